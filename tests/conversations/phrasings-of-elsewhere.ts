/** What no figures tell, what a group asks of its morning, and averages, in the notation of the rates. */
export const ELSEWHERE: string = `
ông chủ tịch Nha Trang là ai => notUnderstood
ai là chủ tịch Nha Trang => notUnderstood
ai lam giam doc so y te => notUnderstood
số điện thoại Nha Trang => notUnderstood
địa chỉ sở y tế => notUnderstood
dịch covid => notUnderstood
hồ sơ dịch covid => ho-so - dossiers - (dịch covid)
trễ hạn vì dịch bệnh => tre-han - overdue - (vì dịch bệnh)
trễ hạn do mưa bão => tre-han - overdue - (do mưa bão)
do vinh tre han => tre-han p-do-vinh-2025 overdue -
ai là đơn vị trễ hạn nhiều nhất => xep-hang - overdue - any@all worst
hôm nay có gì => sap-den-han - - -
hom nay co viec gi khong => sap-den-han - - -
Nha Trang hôm nay có gì => sap-den-han tp-nha-trang - -
còn bao nhiêu hồ sơ phải trả hôm nay => sap-den-han - dossiers -
hồ sơ phải trả kết quả hôm nay => sap-den-han - - -
đến hẹn trả => sap-den-han - - -
bao nhiêu hồ sơ đang chờ bổ sung => sap-den-han - - - when:đang chờ bổ sung
hồ sơ tạm dừng => sap-den-han - - - when:tạm dừng
tạm dừng => notUnderstood
/canh-bao tạm dừng => canh-bao - - -
trung bình một xã có bao nhiêu hồ sơ => ho-so khoi-xa dossiers - by-received (trung bình một)
bình quân mỗi xã của Nha Trang bao nhiêu hồ sơ => ho-so cap-xa-nha-trang dossiers - by-received (bình quân mỗi)
trung binh moi huyen tre han bao nhieu => tre-han khoi-huyen overdue -
`;
