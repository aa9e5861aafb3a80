/** Rankings by number, of one type of units, and of those beyond a value, in the notation of the rates. */
export const RANKINGS: string = `
huyện nào xếp hạng tốt nhất => xep-hang - - - district@all best
xep hang yeu nhat cac huyen => xep-hang - - - district@all worst
xếp hạng tốt nhất các sở => xep-hang - - - department@all best
xếp hạng tốt nhất trễ hạn => xep-hang - overdue - best
xếp hạng trung bình các huyện => xep-hang - - - district@all (trung bình)
năm 2020 có mấy đơn vị xếp hạng tốt => xep-hang - reformIndex 2020 any@all
huyện nào không đạt mục tiêu 1% => xep-hang - - - district@all >=100
huyen nao dat muc tieu 1% => xep-hang - - - district@all <100
sở nào vượt mục tiêu 2% => xep-hang - - - department@all >=200
huyện nào trực tuyến chưa đạt mục tiêu 45% => xep-hang - online - district@all <4500
Nha Trang có đạt mục tiêu 1% không => tre-han tp-nha-trang overdue - <100 verdict
xã nào không có hồ sơ trễ hạn => xep-hang - overdue - commune@all <=0
xa nao khong co ho so tre han => xep-hang - overdue - commune@all <=0
huyện nào không có hồ sơ trễ hạn năm 2023 => xep-hang - overdue 2023 district@all <=0
sở nào không trễ hạn => xep-hang - overdue - department@all <=0
sở nào chưa có hồ sơ nào quá hạn => xep-hang - overdue - department@all <=0
những xã không để trễ hạn => xep-hang - overdue - commune@all <=0
xã không trễ hạn của Cam Lâm => xep-hang - overdue - commune@h-cam-lam <=0
đơn vị nào của Cam Lâm không trễ hạn => xep-hang - overdue - commune@h-cam-lam <=0
đơn vị nào 0% => xep-hang - - - any@all <=0
xã nào 0% trễ hạn => xep-hang - overdue - commune@all <=0
xã nào bằng 0% => xep-hang - - - commune@all <=0
huyện nào đúng hạn 100% => xep-hang - onTime - district@all >=10000
đơn vị nào vượt 1% => xep-hang - - - any@all >100
đơn vị nào trên 1 phần trăm => xep-hang - - - any@all >100
huyện nào từ 1% trở lên => xep-hang - - - district@all >=100
huyện nào 1,5% trở xuống => xep-hang - - - district@all <=150
xã nào dưới 1% => xep-hang - - - commune@all <100
xa nao duoi 1% => xep-hang - - - commune@all <100
xã nào thấp hơn 0,5% => xep-hang - - - commune@all <50
huyện nào không vượt 1% => xep-hang - - - district@all <=100
huyện nào không quá 1% => xep-hang - - - district@all <=100
huyện nào trễ hạn > 1% => xep-hang - overdue - district@all >100
huyện nào trễ hạn từ 1% đến 2% => xep-hang - overdue - district@all >=100&<=200
phường của Nha Trang trên 0,2% => xep-hang - - - commune[phường]@tp-nha-trang >20
Nha Trang có trễ hạn trên 1% không => tre-han tp-nha-trang overdue - >100
Nha Trang có trễ hạn không => tre-han tp-nha-trang overdue -
Nha Trang không có hồ sơ trễ hạn à => tre-han tp-nha-trang overdue -
huyện nào không đạt mục tiêu => xep-hang - - - district@all broken
huyện nào vượt mục tiêu trễ hạn => xep-hang - overdue - district@all broken
các sở có đạt mục tiêu không => xep-hang - - - department@all kept
Nha Trang có đạt mục tiêu không => tre-han tp-nha-trang overdue - verdict
có đạt mục tiêu không => tre-han - overdue - verdict
thị trấn nào trễ hạn nhiều nhất => xep-hang - overdue - commune[thị trấn]@all worst
thi tran nao tre han nhieu nhat => xep-hang - overdue - commune[thị trấn]@all worst
thị xã nào trễ hạn nhiều nhất => xep-hang - overdue - district[thị xã]@all worst
thành phố nào trễ hạn nhiều nhất => xep-hang - overdue - district[thành phố]@all worst
xếp hạng các phường => xep-hang - - - commune[phường]@all
/xep-hang phường => xep-hang - - - commune[phường]@all
phường, thị trấn nào trễ hạn nhiều nhất => xep-hang - overdue - commune@all worst
các xã của thị xã Ninh Hòa => xep-hang - - - commune@tx-ninh-hoa
số hồ sơ trễ hạn nhiều nhất => xep-hang - overdue - worst by-count
nơi nào có nhiều hồ sơ trễ hạn nhất => xep-hang - overdue - any@all worst by-count
noi nao co nhieu ho so tre han nhat => xep-hang - overdue - any@all worst by-count
xã nào nhiều hồ sơ quá hạn nhất => xep-hang - overdue - commune@all worst by-count
huyện nào nhiều hồ sơ trễ hạn nhất => xep-hang - overdue - district@all worst by-count
huyện nào có hồ sơ trễ hạn nhiều nhất => xep-hang - overdue - district@all worst by-count
huyện nào ít hồ sơ trễ hạn nhất => xep-hang - overdue - district@all best by-count
huyện nào có tỷ lệ hồ sơ trễ hạn nhiều nhất => xep-hang - overdue - district@all worst
huyện nào có hồ sơ trễ hạn cao nhất => xep-hang - overdue - district@all worst
xếp hạng huyện theo số hồ sơ trễ hạn => xep-hang - overdue - district@all by-count
top 5 đơn vị có số hồ sơ trễ hạn nhiều nhất => xep-hang - overdue - any@all worst by-count top5
đơn vị nào tiếp nhận nhiều hồ sơ nhất => xep-hang - dossiers - any@all best by-received
huyện nào nhiều hồ sơ nhất => xep-hang - dossiers - district@all best by-received
huyện nào có số hồ sơ nhiều nhất => xep-hang - dossiers - district@all best by-count
sở nào giải quyết hồ sơ tốt nhất => xep-hang - overdue - department@all best
huyện nào tiếp nhận hồ sơ kém nhất => xep-hang - overdue - district@all worst
sở nào giải quyết nhiều hồ sơ nhất => xep-hang - dossiers - department@all best by-resolved
xã nào tồn đọng nhiều hồ sơ nhất => xep-hang - dossiers - commune@all best by-pending
hồ sơ tồn đọng => ho-so - dossiers - by-pending
hồ sơ tồn đọng của Nha Trang => ho-so tp-nha-trang dossiers - by-pending
Thanh tra tỉnh => unknown Thanh tra tỉnh [toan-tinh]
Thanh tra tỉnh trễ hạn bao nhiêu => unknown Thanh tra tỉnh [toan-tinh]
đơn vị nào trễ hạn nhiều nhất toàn tỉnh => xep-hang - overdue - any@all worst
5 đơn vị trễ hạn nhiều nhất tỉnh => xep-hang - overdue - any@all worst top5
/xep-hang xã Ninh Hòa top 100 => xep-hang - - - commune@tx-ninh-hoa top100
/xep-hang huyện top 1000 => xep-hang - - - district@all top1000
/xep-hang huyện top 0 => xep-hang - - - district@all (top 0)
/xep-hang huyện top 2023 => unknown huyện top [khoi-huyen, tt-to-hap]
top 99999 xã Cam Lâm => xep-hang - - - commune@h-cam-lam top99999
top 5 cơ quan trễ hạn cao nhất toàn tỉnh => xep-hang - overdue - any@all worst top5
đơn vị nào tệ nhất => xep-hang - - - any@all worst
đơn vị nào của Cam Lâm tệ nhất => xep-hang - - - commune@h-cam-lam worst
địa phương nào trễ hạn nhiều nhất => xep-hang - overdue - worst
Nha Trang đứng thứ mấy trong 8 huyện => xep-hang tp-nha-trang - - district@all
Trong 8 huyện thì Nha Trang đứng thứ mấy => xep-hang tp-nha-trang - - district@all
Trong 8 huyện, Nha Trang đứng thứ mấy => xep-hang tp-nha-trang - - district@all
Lộc Thọ đứng thứ mấy trong các phường Nha Trang => xep-hang p-loc-tho - - commune[phường]@tp-nha-trang
/xep-hang UBND phường Lộc Thọ #p-loc-tho phường của #tp-nha-trang => xep-hang p-loc-tho - - commune[phường]@tp-nha-trang
phường nào của Nha Trang trễ hơn Lộc Thọ => xep-hang p-loc-tho overdue - commune[phường]@tp-nha-trang
Lộc Thọ đứng thứ mấy ở Nha Trang => xep-hang p-loc-tho - - commune@tp-nha-trang
Ninh Tây đứng thứ mấy toàn tỉnh => xep-hang x-ninh-tay - - commune@all
Cam Lâm xếp thứ mấy toàn tỉnh => xep-hang h-cam-lam - - district@all
Nha Trang đứng thứ mấy về số hồ sơ trễ hạn => xep-hang tp-nha-trang overdue - by-count
khối nào trễ hạn nhiều nhất => xep-hang - overdue - group@all worst
cấp nào trễ hạn nhiều nhất => xep-hang - overdue - group@all worst
khối nào hài lòng thấp nhất => xep-hang - satisfaction - group@all worst
khối nào dưới 84% => xep-hang - - - group@all <8400
/xep-hang khối => xep-hang - - - group@all
trực tuyến các khối => xep-hang - online - group@all
trực tuyến theo khối => xep-hang - online - group@all
huyện nào đứng cuối => xep-hang - - - district@all worst
huyện nào đứng đầu => xep-hang - - - district@all best
huyện nào đứng nhất => xep-hang - - - district@all best
huyện nào đứng đầu về trễ hạn => xep-hang - overdue - district@all worst
huyện nào dẫn đầu đúng hạn => xep-hang - onTime - district@all best
ngành dọc đúng hạn => dung-han nganh-doc onTime -
ngành dọc trực tuyến => truc-tuyen nganh-doc online -
huyện nào từ 1% đến 2% => xep-hang - - - district@all >=100&<=200
huyện nào trên 100 hồ sơ trễ hạn => xep-hang - overdue - district@all >100hs
huyện nào trên 100 hồ sơ => xep-hang - - - district@all >100hs
xã nào dưới 3 hồ sơ trễ hạn => xep-hang - overdue - commune@all <3hs
xã nào có từ 10 đến 20 hồ sơ trễ hạn => xep-hang - overdue - commune@all >=10hs&<=20hs
xã nào không có hồ sơ đang giải quyết quá hạn => xep-hang - overdue - commune@all by-pendingOverdue <=0
xã nào đang giải quyết quá hạn trên 1% => xep-hang - overdue - commune@all >100 (đang giải quyết)
bao nhiêu sở trễ hạn => xep-hang - overdue - department@all >0
mấy huyện trễ hạn => xep-hang - overdue - district@all >0
bao nhiêu đơn vị không trễ hạn => xep-hang - overdue - any@all <=0
có bao nhiêu xã ở Nha Trang => xep-hang - - - commune@tp-nha-trang every
bao nhiêu huyện => xep-hang - - - district@all every
Nha Trang có vượt 1% không => tre-han tp-nha-trang overdue - >100
Cam Lâm vượt 1% chưa => tre-han h-cam-lam overdue - >100
Nha Trang có trên 100 hồ sơ trễ hạn không => tre-han tp-nha-trang overdue - >100hs
Nha Trang trực tuyến có trên 60% không => truc-tuyen tp-nha-trang online - >6000
Nha Trang đạt không => tre-han tp-nha-trang overdue - verdict
Nha Trang còn bao nhiêu hồ sơ nữa thì chạm 1% => tre-han tp-nha-trang overdue - >=100 headroom
Cam Lâm còn bao nhiêu hồ sơ trễ nữa thì vượt => tre-han h-cam-lam overdue - headroom
mục tiêu trễ hạn là bao nhiêu => tre-han - overdue - target
chỉ tiêu của tỉnh => tre-han - overdue - target
so sánh Nha Trang và Cam Ranh trên 1% => so-sanh tp-nha-trang+tp-cam-ranh - - (trên 1%)
so sánh CN đất đai các huyện => xep-hang - - - branch@all
Thuộc huyện Cam Lâm => tre-han cap-xa-cam-lam overdue -
/tre-han Thuộc huyện Cam Lâm => tre-han cap-xa-cam-lam overdue -
khối nào hài lòng dưới 84% => xep-hang - satisfaction - group@all <8400
các xã thuộc huyện Cam Lâm => xep-hang - - - commune@h-cam-lam
chỉ tiêu trực tuyến Nha Trang là bao nhiêu => truc-tuyen tp-nha-trang online - target
Nha Trang trực tuyến có đạt chỉ tiêu không => truc-tuyen tp-nha-trang online - verdict
Cam Lâm cần bao nhiêu hồ sơ để xuống dưới 1% => tre-han h-cam-lam overdue - <100 headroom
cần thêm bao nhiêu hồ sơ thì Cam Lâm xuống dưới 1% => tre-han h-cam-lam overdue - <100 headroom
bao nhiêu xã của Ninh Hòa có hồ sơ trễ hạn => xep-hang - overdue - commune@tx-ninh-hoa >0
thêm bao nhiêu hồ sơ trễ thì Nha Trang vượt 1% => tre-han tp-nha-trang overdue - >100 headroom
khối lượng hồ sơ Nha Trang => ho-so tp-nha-trang dossiers -
đang và đã giải quyết trễ hạn Nha Trang => tre-han tp-nha-trang overdue -
xã nào từ 1 đến 2% => xep-hang - - - commune@all >=100&<=200
sở nào 0 hồ sơ trễ hạn => xep-hang - overdue - department@all <=0hs
huyện nào tiếp nhận trên 10.000 hồ sơ => xep-hang - dossiers - district@all by-received >10000hs
chi nhánh Nha Trang đứng thứ mấy => xep-hang cn-nha-trang - -
ai đứng cuối => xep-hang - - - any@all worst
so sánh các khối => xep-hang - - - group@all
có mấy sở => xep-hang - - - department@all every
Nha Trang trễ bao nhiêu hồ sơ nữa thì vượt => tre-han tp-nha-trang overdue - by-count headroom
mục tiêu của Nha Trang là bao nhiêu => tre-han tp-nha-trang overdue - target
Nha Trang trễ trên 100 hồ sơ phải không => tre-han tp-nha-trang overdue - >100hs
Nha Trang trễ 1% đúng không => tre-han tp-nha-trang overdue - (1%)
tỷ lệ trễ hạn trung bình các huyện => tre-han khoi-huyen overdue -
bình quân các xã của Cam Lâm => tre-han cap-xa-cam-lam overdue -
binh quan cac xa Cam Lam => tre-han cap-xa-cam-lam overdue -
Cam Lâm trung bình các xã => tre-han cap-xa-cam-lam overdue -
trung bình xã thuộc huyện Cam Lâm => tre-han cap-xa-cam-lam overdue -
trễ hạn bình quân các sở năm 2020 => tre-han khoi-so-nganh overdue 2020
ty le dung han binh quan cac so => dung-han khoi-so-nganh onTime -
huyện nào trên trung bình => xep-hang - - - district@all (trên; trung bình)
các huyện cao hơn mức bình quân => xep-hang - - - district@all (mức bình quân)
Nha Trang so với trung bình các huyện => so-sanh tp-nha-trang+khoi-huyen - -
trung bình các phường của Nha Trang => tre-han cap-xa-nha-trang overdue -
trung bình các đơn vị => tre-han toan-tinh overdue -
số hồ sơ trung bình mỗi huyện => ho-so khoi-huyen dossiers - by-received (trung bình mỗi)
trễ hạn trung bình các năm => dien-bien - overdue - (trung bình)
trung bình các huyện có đạt mục tiêu không => tre-han khoi-huyen overdue - verdict
/xep-hang trung bình các huyện => xep-hang - - - district@all (trung bình)
trung bình các khối => xep-hang - - - group@all (trung bình)
cơ quan hành chính nào trễ hạn nhiều nhất => xep-hang - overdue - any@all worst
cơ quan nhà nước nào trễ hạn nhiều nhất => xep-hang - overdue - any@all worst
các cơ quan hành chính trễ hạn thế nào => xep-hang - overdue - any@all
`;
