import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { listening } from '../dialogue/listening.ts';

/** What is said one after the other, and the last question in the notation of the phrasings. Answers are about 2023. */
const CONVERSATIONS = `
/tre-han Nha Trang > còn quý 3? => tre-han tp-nha-trang overdue Q3/2023
/tre-han Nha Trang > con quy 3 => tre-han tp-nha-trang overdue Q3/2023
/tre-han Nha Trang > quý 3 thì sao => tre-han tp-nha-trang overdue Q3/2023
/tre-han Nha Trang > còn 6 tháng đầu năm? => tre-han tp-nha-trang overdue H1/2023
/tre-han Nha Trang > cả năm 2022 => tre-han tp-nha-trang overdue 2022
/tre-han Nha Trang > thế còn năm 2020 => tre-han tp-nha-trang overdue 2020
/tre-han Nha Trang > 2020 => tre-han tp-nha-trang overdue 2020
/tre-han Nha Trang > còn Cam Ranh? => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang > Cam Ranh thì sao => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang > Cam Ranh => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang năm 2020 > còn Cam Ranh? => tre-han tp-cam-ranh overdue 2020
/tre-han Nha Trang năm 2020 > /tre-han Cam Ranh => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang năm 2020 > Cam Ranh trễ hạn bao nhiêu => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang > so với Cam Ranh => so-sanh tp-nha-trang+tp-cam-ranh overdue -
/tre-han Nha Trang > so sánh với Cam Ranh => so-sanh tp-nha-trang+tp-cam-ranh overdue -
/tre-han Nha Trang > /so-sanh Cam Ranh => so-sanh tp-nha-trang+tp-cam-ranh overdue -
/tre-han Nha Trang năm 2023 > so với Cam Ranh => so-sanh tp-nha-trang+tp-cam-ranh overdue 2023
/tre-han Nha Trang > so với Cam Ranh > thêm Ninh Hòa => so-sanh tp-nha-trang+tp-cam-ranh+tx-ninh-hoa overdue -
/tre-han Nha Trang > so với Cam Ranh > còn đúng hạn? => so-sanh tp-nha-trang+tp-cam-ranh onTime -
/tre-han Nha Trang > so với Cam Ranh > còn quý 2 => so-sanh tp-nha-trang+tp-cam-ranh overdue Q2/2023
/tre-han Nha Trang > so với Cam Ranh > vẽ biểu đồ => bieu-do tp-nha-trang+tp-cam-ranh overdue - comparison
/tre-han Nha Trang quý 2 2023 > so với quý 3 => so-sanh tp-nha-trang overdue Q2/2023+Q3/2023
/tre-han Nha Trang quý 2 2023 > so với quý trước => so-sanh tp-nha-trang overdue Q2/2023+Q1/2023
/tre-han Nha Trang > so với năm trước => so-sanh tp-nha-trang overdue 2023+2022
/tre-han Nha Trang > so với cùng kỳ? => so-sanh tp-nha-trang overdue 2023+2022
/tre-han Nha Trang quý 2 2023 > so với cùng kỳ năm ngoái => so-sanh tp-nha-trang overdue Q2/2023+Q2/2022
/tre-han Nha Trang năm 2020 > so với năm 2020 => so-sanh tp-nha-trang overdue 0period+2020
/tre-han Nha Trang > so với cùng kỳ năm 2022 => so-sanh tp-nha-trang overdue 2023+2022
/tre-han Nha Trang 6 tháng đầu năm 2023 > so với cùng kỳ năm 2022 => so-sanh tp-nha-trang overdue H1/2023+H1/2022
/tre-han toàn tỉnh > Nha Trang so với năm ngoái => so-sanh tp-nha-trang overdue 0period+-1samePeriod
/tre-han toàn tỉnh năm 2023 > Nha Trang so với năm 2020 => so-sanh tp-nha-trang overdue 0period+2020
/tre-han Ninh Hòa > cấp xã > xã nào? => xep-hang - overdue - commune@tx-ninh-hoa
/tre-han Ninh Hòa > cấp xã > 1 > xã nào? => xep-hang - overdue - commune@cap-xa-ninh-hoa
/tre-han Nha Trang > xã nào trễ nhất? => xep-hang - overdue - commune@tp-nha-trang worst
/tre-han Nha Trang > xã nào trễ nhất toàn tỉnh? => xep-hang - overdue - commune@all worst
/tre-han Nha Trang > huyện nào trễ nhất => xep-hang - overdue - district@all worst
xã nào của Cam Lâm trễ nhất > xã nào tốt nhất => xep-hang - overdue - commune@h-cam-lam best
xã nào của Cam Lâm trễ nhất > xã nào tốt nhất toàn tỉnh => xep-hang - overdue - commune@all best
sở nào nhiều hồ sơ nhất > sở nào tệ nhất => xep-hang - overdue - department@all worst
sở nào nhiều hồ sơ nhất > so nao tot nhat => xep-hang - overdue - department@all best
sở nào nhiều hồ sơ nhất > sở nào ít nhất => xep-hang - dossiers - department@all worst by-received
/ho-so sở nội vụ > sở nào kém nhất => xep-hang - overdue - department@all worst
/xep-hang hồ sơ các huyện > tệ nhất => xep-hang - overdue - district@all worst
so sánh sở y tế với sở tư pháp > so sánh hai sở này => so-sanh so-yt+so-tp - -
/tre-han Lộc Thọ > phường này bao nhiêu hồ sơ => ho-so p-loc-tho dossiers - by-received
/tre-han Lộc Thọ > phuong do dung han bao nhieu => dung-han p-loc-tho onTime -
/tre-han Nha Trang > thành phố đó đúng hạn thế nào => dung-han tp-nha-trang onTime -
/tre-han Cam Lâm > huyện ấy nhận bao nhiêu hồ sơ => ho-so h-cam-lam dossiers - by-received
huyện nào trễ hạn nhiều nhất > huyện đó bao nhiêu hồ sơ => notUnderstood
đất đai Nha Trang > quý 3 > 2 => linh-vuc tp-nha-trang - Q3 [đất đai]
Vạn Thắng > 2020 => which Vạn Thắng [x-van-thang, p-van-thang]
Vạn Thắng > quý 3 > 2 => tre-han p-van-thang overdue Q3
Vạn Thắng > còn đúng hạn? > 2 => dung-han p-van-thang onTime -
Vạn Thắng 2023 > quý 3 > 2 => tre-han p-van-thang overdue Q3/2023
/tre-han Nha Trang > Vạn Thắng > quý 3 => which Vạn Thắng [x-van-thang, p-van-thang, x-van-thang-2025]
Ninh Sơn > năm 2023 => tre-han x-ninh-son overdue 2023
Vạn Thắng > Cam Ranh => tre-han tp-cam-ranh overdue -
Ninh Hòa > cấp xã > quý 3 > 1 => tre-han cap-xa-ninh-hoa overdue Q3
/sap-den-han Nha Trang > ngày mai => sap-den-han tp-nha-trang - - when:ngày mai
/sap-den-han Vạn Thắng ngày mai > 2 => sap-den-han p-van-thang - - when:ngày mai
huyện nào trễ hạn nhiều nhất > số đó của báo cáo nào => nguon - overdue -
so sánh sở y tế với sở tư pháp > số này trực tuyến => so-sanh so-yt+so-tp online -
so sánh sở y tế với sở tư pháp > hai sở đó đúng hạn thế nào => so-sanh so-yt+so-tp onTime -
so sánh Nha Trang 2023 với Cam Ranh 2020 > còn đúng hạn? => so-sanh tp-nha-trang+tp-cam-ranh onTime 2023+2020 paired
so sánh Nha Trang 2023 với Cam Ranh 2020 > thêm Ninh Hòa 2023 => so-sanh tp-nha-trang+tp-cam-ranh+tx-ninh-hoa - 2023+2020+2023 paired
so sánh Nha Trang 2023 với Cam Ranh 2020 > thêm Ninh Hòa => so-sanh tp-nha-trang+tp-cam-ranh+tx-ninh-hoa+tx-ninh-hoa - 2023+2020+2023+2020 paired
so sánh Nha Trang 2023 với Cam Ranh 2020 > so với cùng kỳ => so-sanh tp-nha-trang+tp-nha-trang+tp-cam-ranh+tp-cam-ranh - 2023+2022+2020+2019 paired
so sánh Nha Trang 2020, Cam Ranh 2020 và 2023 > so với cùng kỳ => so-sanh tp-nha-trang+tp-nha-trang+tp-cam-ranh+tp-cam-ranh+tp-cam-ranh+tp-cam-ranh - 2020+2019+2020+2019+2023+2022 paired
so sánh Nha Trang 2023 với Cam Ranh 2020 > so với năm 2022 => so-sanh tp-nha-trang+tp-nha-trang+tp-cam-ranh+tp-cam-ranh - 2023+2022+2020+2022 paired
so sánh Nha Trang 2020, Cam Ranh 2020 và 2023 > còn năm 2023 => so-sanh tp-nha-trang+tp-cam-ranh - 2023
/tre-han Nha Trang 2020, Cam Ranh 2020 và 2023 > còn Ninh Hòa? => so-sanh tx-ninh-hoa overdue 2020+2023
so sánh Nha Trang 2020, Cam Ranh 2020 và 2023 > nguồn? => nguon tp-nha-trang+tp-cam-ranh - 2020+2023
so sánh Nha Trang 2023 với Cam Ranh 2020 > vì sao => so-sanh tp-nha-trang+tp-cam-ranh - 2023+2020 paired why
so sánh Nha Trang với Cam Ranh > đạt chưa => so-sanh tp-nha-trang+tp-cam-ranh - - verdict
so sánh Nha Trang năm 2020 với 2023 > có đạt mục tiêu không => so-sanh tp-nha-trang - 2020+2023 verdict
/tre-han Nha Trang năm 2023 > thêm Cam Ranh 2020 => so-sanh tp-nha-trang+tp-cam-ranh overdue 2023+2020 paired
/tre-han Nha Trang năm 2023 > thêm Cam Ranh 2023 => so-sanh tp-nha-trang+tp-cam-ranh overdue 2023
so sánh Nha Trang 2023 với Cam Ranh 2020 > vẽ biểu đồ => bieu-do tp-nha-trang+tp-cam-ranh - 2023+2020 paired comparison
so sánh Nha Trang 2023 với Cam Ranh 2020 > còn năm 2023 => so-sanh tp-nha-trang+tp-cam-ranh - 2023
/tre-han Nha Trang quý 3 năm 2023 > so với cả năm => so-sanh tp-nha-trang overdue Q3/2023+2023
/tre-han Nha Trang 6 tháng đầu năm 2023 > cả năm => tre-han tp-nha-trang overdue 2023
/tre-han Nha Trang quý 3 năm 2023 > còn cả năm? => tre-han tp-nha-trang overdue 2023
/tre-han Nha Trang > báo cáo => bao-cao tp-nha-trang overdue -
/tre-han Nha Trang quý 2 2023 > gửi báo cáo => bao-cao tp-nha-trang overdue Q2/2023
/tre-han Nha Trang > báo cáo Cam Ranh => bao-cao tp-cam-ranh - -
/tre-han Nha Trang > tại sao => tre-han tp-nha-trang overdue - why
/tre-han Nha Trang năm 2020 > sao cao thế => tre-han tp-nha-trang overdue 2020 why
/tre-han Nha Trang > tại sao > còn Cam Ranh => tre-han tp-cam-ranh overdue - why
/ho-so Nha Trang > lý do => tre-han tp-nha-trang overdue - why
/truc-tuyen Nha Trang > vì sao => truc-tuyen tp-nha-trang online - why
huyện nào trễ nhất > nguyên nhân là gì => tre-han khoi-huyen overdue - why
xã nào của Cam Lâm trễ nhất > vì sao => tre-han cap-xa-cam-lam overdue - why
đơn vị nào trễ hạn nhiều nhất > vì sao => tre-han toan-tinh overdue - why
Nha Trang đứng thứ mấy > tại sao => tre-han tp-nha-trang - - why
/tre-han Nha Trang > vẽ biểu đồ => bieu-do tp-nha-trang overdue -
/tre-han Nha Trang > biểu đồ đường => bieu-do tp-nha-trang overdue - trend
/tre-han Nha Trang > /bieu-do => bieu-do tp-nha-trang overdue -
/ho-so Nha Trang > vẽ biểu đồ => bieu-do tp-nha-trang dossiers - composition
/truc-tuyen Nha Trang > vẽ hình đi em => bieu-do tp-nha-trang online - target
/tre-han Nha Trang > nguồn? => nguon tp-nha-trang overdue -
/tre-han Nha Trang quý 3 2023 > số liệu ở đâu ra => nguon tp-nha-trang overdue Q3/2023
/tre-han Nha Trang > xuất excel => bao-cao tp-nha-trang overdue -
/tre-han Nha Trang quý 2 2023 > cho file excel đi em => bao-cao tp-nha-trang overdue Q2/2023
/tre-han Nha Trang > công thức? => cong-thuc tp-nha-trang overdue -
/truc-tuyen Nha Trang > tính thế nào => cong-thuc tp-nha-trang online -
/tre-han Nha Trang > chi tiết theo lĩnh vực => linh-vuc tp-nha-trang overdue -
/tre-han Nha Trang > chi tiết theo lĩnh vực > còn Cam Ranh? => linh-vuc tp-cam-ranh overdue -
/tre-han Nha Trang > diễn biến => dien-bien tp-nha-trang overdue -
/tre-han Nha Trang > diễn biến thế nào > còn Cam Ranh? => dien-bien tp-cam-ranh overdue -
/tre-han Nha Trang > diễn biến > còn đúng hạn => dien-bien tp-nha-trang onTime -
/tre-han Nha Trang > qua các năm => dien-bien tp-nha-trang overdue -
/tre-han Nha Trang > đúng hạn bao nhiêu? => dung-han tp-nha-trang onTime -
/tre-han Nha Trang > còn trực tuyến? => truc-tuyen tp-nha-trang online -
/tre-han Nha Trang > /truc-tuyen => truc-tuyen tp-nha-trang online -
/truc-tuyen toàn trình Nha Trang > còn Cam Ranh => truc-tuyen tp-cam-ranh onlineFull -
/tre-han Nha Trang > số liệu có khớp không => doi-chieu tp-nha-trang overdue -
/tre-han Nha Trang > /doi-chieu => doi-chieu - - -
/tre-han Nha Trang > /xep-hang huyện => xep-hang - - - district@all
/tre-han Nha Trang > /tong-quan => tong-quan - - -
/tre-han Nha Trang > xếp thứ mấy => xep-hang tp-nha-trang overdue -
/tre-han Nha Trang > huyện nào cao nhất => xep-hang - overdue - district@all worst
/truc-tuyen Nha Trang > huyện nào cao nhất => xep-hang - online - district@all best
/tre-han Nha Trang > còn cấp xã? => which cấp xã [cap-xa-nha-trang, khoi-xa]
/tre-han toàn tỉnh > còn cấp xã? => tre-han khoi-xa overdue -
huyện nào trễ hạn nhiều nhất năm 2023 > thấp nhất thì sao => xep-hang - overdue 2023 district@all best
huyện nào trễ hạn nhiều nhất năm 2023 > ít nhất? => xep-hang - overdue 2023 district@all best
huyện nào trễ hạn nhiều nhất năm 2023 > còn xã? => xep-hang - overdue 2023 commune@all worst
huyện nào trễ hạn nhiều nhất năm 2023 > các sở thì sao => xep-hang - overdue 2023 department@all worst
huyện nào trễ hạn nhiều nhất năm 2023 > top 3 => xep-hang - overdue 2023 district@all worst top3
huyện nào trễ hạn nhiều nhất năm 2023 > năm 2020 thì sao => xep-hang - overdue 2020 district@all worst
huyện nào trễ hạn nhiều nhất năm 2023 > còn quý 3 => xep-hang - overdue Q3/2023 district@all worst
huyện nào trễ hạn nhiều nhất năm 2023 > còn trực tuyến? => xep-hang - online 2023 district@all worst
huyện nào trễ hạn nhiều nhất năm 2023 > vẽ biểu đồ => bieu-do - overdue 2023 district@all worst ranking
huyện nào trễ hạn nhiều nhất năm 2023 > còn Cam Ranh? => tre-han tp-cam-ranh overdue 2023
huyện nào trễ hạn nhiều nhất năm 2023 > theo số hồ sơ => xep-hang - overdue 2023 district@all worst by-count
huyện nào nhiều hồ sơ trễ hạn nhất > theo tỷ lệ => xep-hang - overdue - district@all worst
huyện nào nhiều hồ sơ trễ hạn nhất > còn xã? => xep-hang - overdue - commune@all worst by-count
huyện nào nhiều hồ sơ trễ hạn nhất > các thị trấn thì sao => xep-hang - overdue - commune[thị trấn]@all worst by-count
huyện nào nhiều hồ sơ trễ hạn nhất > vẽ biểu đồ => bieu-do - overdue - district@all worst by-count ranking
xã nào không có hồ sơ trễ hạn > còn huyện? => xep-hang - overdue - district@all <=0
huyện nào trên 1% > còn xã? => xep-hang - - - commune@all >100
huyện nào trên 1% > thấp nhất thì sao => xep-hang - - - district@all best
đơn vị nào trên 1% > còn sở? => xep-hang - - - department@all >100
huyện nào nhiều hồ sơ trễ hạn nhất > có đạt mục tiêu không => xep-hang - overdue - district@all worst
/tre-han Nha Trang > có đạt mục tiêu không => tre-han tp-nha-trang overdue - verdict
/tre-han Nha Trang > Trên 1% không? => tre-han tp-nha-trang overdue - >100
/tre-han Nha Trang > có vượt không? => tre-han tp-nha-trang overdue - verdict
/tre-han Nha Trang > vượt 1% chưa? => tre-han tp-nha-trang overdue - >100
/tre-han Nha Trang > đạt không? => tre-han tp-nha-trang overdue - verdict
/tre-han Nha Trang > chỉ tiêu bao nhiêu => tre-han tp-nha-trang overdue - target
/tre-han Nha Trang > còn bao nhiêu hồ sơ nữa thì vượt => tre-han tp-nha-trang overdue - headroom
/tre-han Nha Trang > vượt 1% chưa? > còn Cam Ranh? => tre-han tp-cam-ranh overdue - >100
/ho-so Nha Trang > có vượt không? => tre-han tp-nha-trang overdue - verdict
/truc-tuyen Nha Trang > trên 60% không? => truc-tuyen tp-nha-trang online - >6000
huyện nào trễ hạn nhiều nhất > trên 100 hồ sơ => xep-hang - overdue - district@all worst >100hs
/tre-han Nha Trang > đứng thứ mấy? => xep-hang tp-nha-trang overdue -
/truc-tuyen Nha Trang > có đạt mục tiêu không => truc-tuyen tp-nha-trang online - verdict
/dien-bien Nha Trang > có đạt mục tiêu không => tre-han tp-nha-trang - - verdict
xã nào của Cam Lâm trễ nhất > top 3 > vẽ biểu đồ => bieu-do - overdue - commune@h-cam-lam worst top3 ranking
/xep-hang huyện > công thức => cong-thuc - - -
/tre-han Nha Trang > /tro-giup > còn Cam Ranh? => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang > asdf > còn Cam Ranh? => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang > asdf => notUnderstood tp-nha-trang
/tre-han Nha Trang > còn quý 5 => tre-han tp-nha-trang overdue !quý_5
/tre-han Nha Trang > còn quý 5 > còn Cam Ranh? => tre-han tp-cam-ranh overdue -
/tre-han Nha Trang > còn quý 5 > còn quý 3? => tre-han tp-nha-trang overdue Q3/2023
/tre-han Nha Trang > so với quý 5 => tre-han tp-nha-trang overdue !quý_5
/xep-hang huyện > còn tháng 13? => xep-hang - - !tháng_13 district@all
/tre-han Nha Trang > còn Hà Nội? => unknown Hà Nội [x-ma-noi, x-nhi-ha, p-ninh-ha]
/tre-han Nha Trang > bao nhiêu vậy => notUnderstood tp-nha-trang
/tre-han Vạn Thắng > 2 => tre-han p-van-thang overdue -
/tre-han Vạn Thắng > số 2 => tre-han p-van-thang overdue -
/tre-han Vạn Thắng > cái đầu => tre-han x-van-thang overdue -
/tre-han Vạn Thắng > cái cuối => tre-han x-van-thang-2025 overdue -
/tre-han Vạn Thắng > 7 => chooseAgain 3 [x-van-thang, p-van-thang, x-van-thang-2025]
/tre-han Vạn Thắng > 0 => chooseAgain 3 [x-van-thang, p-van-thang, x-van-thang-2025]
/tre-han Vạn Thắng > 7 > 2 => tre-han p-van-thang overdue -
/tre-han Vạn Thắng > p-van-thang => tre-han p-van-thang overdue -
/tre-han Vạn Thắng > phường Vạn Thắng => tre-han p-van-thang overdue -
/tre-han Vạn Thắng > /tre-han Cam Ranh => tre-han tp-cam-ranh overdue -
/tre-han Vạn Thắng 2020 > 2 => tre-han p-van-thang overdue 2020
/so-sanh Nha Trang, Vạn Thắng năm 2023 > 2 => so-sanh tp-nha-trang+p-van-thang - 2023
Vạn Thắng trễ hạn quý 3 năm 2023 > 1 => tre-han x-van-thang overdue Q3/2023
/tre-han Vạn Thắng > 2 > còn quý 2 => tre-han p-van-thang overdue Q2/2023
/tre-ham Nha Trang > 1 => tre-han tp-nha-trang overdue -
/tre-han Cam Ranh Bắc > 1 => tre-han tp-cam-ranh overdue -
`;

/** The same said first in the group of Nha Trang. */
const AT_HOME = `
xã nào trễ nhất => xep-hang - overdue - commune@tp-nha-trang worst
top 3 phường => xep-hang - - - commune[phường]@tp-nha-trang top3
xã nào trễ nhất toàn tỉnh => xep-hang - overdue - commune@all worst
xã nào của Cam Lâm trễ nhất => xep-hang - overdue - commune@h-cam-lam worst
huyện nào trễ nhất => xep-hang - overdue - district@all worst
so với Cam Ranh => so-sanh tp-nha-trang+tp-cam-ranh - -
so sánh Cam Ranh với Ninh Hòa => so-sanh tp-cam-ranh+tx-ninh-hoa - -
đứng thứ mấy => xep-hang tp-nha-trang - -
`;

const rows = rowsOf(CONVERSATIONS);
const rowsAtHome = rowsOf(AT_HOME);
const { hear } = listening();

const home = listening({
  standingOf: () =>
    Promise.resolve({ role: 'agency', agency: AgencyId.parse('tp-nha-trang'), isKeeper: false }),
});

test.each(rowsAtHome)('in the group of Nha Trang: %s', async (typed = '', meant) => {
  expect(await home.hear(typed, { person: typed })).toBe(meant);
});

test.each(rows)('%s', async (conversation = '', meant) => {
  let heard: string | null = null;
  for (const text of conversation.split(' > ')) heard = await hear(text, { person: conversation });
  expect(heard).toBe(meant);
});

function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' => '));
}
