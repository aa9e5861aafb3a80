/** Numbers of dossiers and parts of what is late, in the notation of the rates. */
export const NUMBERS: string = `
hồ sơ đang giải quyết quá hạn của Ninh Hòa => tre-han tx-ninh-hoa overdue - by-pendingOverdue
Ninh Hòa đang giải quyết trễ hạn bao nhiêu => tre-han tx-ninh-hoa overdue - by-pendingOverdue
nha trang qua han chua giai quyet => tre-han tp-nha-trang overdue - by-pendingOverdue
đã giải quyết trễ hạn Ninh Hòa => tre-han tx-ninh-hoa overdue - by-resolvedOverdue
Ninh Hòa giải quyết xong nhưng trễ hạn bao nhiêu hồ sơ => tre-han tx-ninh-hoa overdue - by-resolvedOverdue (nhưng)
/tre-han Ninh Hòa đang giải quyết trễ hạn => tre-han tx-ninh-hoa overdue - by-pendingOverdue
Ninh Hòa đã và đang giải quyết trễ hạn bao nhiêu => tre-han tx-ninh-hoa overdue -
Ninh Hòa giải quyết trễ hạn bao nhiêu => tre-han tx-ninh-hoa overdue -
xã nào có hồ sơ đang giải quyết quá hạn nhiều nhất => xep-hang - overdue - commune@all worst by-pendingOverdue
xã nào tồn đọng quá hạn nhiều nhất => xep-hang - overdue - commune@all worst by-pendingOverdue
huyện nào có nhiều hồ sơ đã giải quyết trễ hạn nhất => xep-hang - overdue - district@all worst by-resolvedOverdue
trước hạn sở KHĐT quý 3 => dung-han so-khdt onTime Q3 by-resolvedEarly
sở nào giải quyết trước hạn nhiều nhất quý 3 2023 => xep-hang - onTime Q3/2023 department@all best by-resolvedEarly
trước hạn và đúng hạn Nha Trang => dung-han tp-nha-trang onTime -
tổng số hồ sơ trễ hạn toàn tỉnh => tre-han toan-tinh overdue - by-count
Nha Trang có mấy hồ sơ trễ hạn => tre-han tp-nha-trang overdue - by-count
tỷ lệ hồ sơ trễ hạn Nha Trang là bao nhiêu => tre-han tp-nha-trang overdue -
số hồ sơ đúng hạn của Nha Trang => dung-han tp-nha-trang onTime - by-count
so sánh hồ sơ đang giải quyết quá hạn Nha Trang và Cam Ranh => so-sanh tp-nha-trang+tp-cam-ranh overdue - (đang giải quyết)
`;
