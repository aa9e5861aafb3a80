import type { CommandName } from '../asking/commands.ts';

/** What each command answers, in a line, and an example that works on the sample figures: for menus, help and suggestions. */
export type CommandSummary = { readonly summary: string; readonly example: string };

export const COMMAND_SUMMARIES: Readonly<Record<CommandName, CommandSummary>> = {
  'tre-han': { summary: 'Tỷ lệ, số hồ sơ trễ hạn', example: '/tre-han Nha Trang' },
  'dung-han': { summary: 'Tỷ lệ hồ sơ đúng hạn', example: '/dung-han Ninh Hòa' },
  'ho-so': { summary: 'Tiếp nhận, đã và đang giải quyết', example: '/ho-so Cam Ranh' },
  'truc-tuyen': { summary: 'Hồ sơ trực tuyến so với chỉ tiêu', example: '/truc-tuyen Nha Trang' },
  'thanh-toan': { summary: 'Thanh toán trực tuyến', example: '/thanh-toan toàn tỉnh' },
  'buu-chinh': { summary: 'Hồ sơ qua bưu chính công ích', example: '/buu-chinh Nha Trang' },
  'so-hoa': { summary: 'Số hóa hồ sơ, kết quả', example: '/so-hoa' },
  'hai-long': { summary: 'Chỉ số hài lòng', example: '/hai-long' },
  'chi-so': { summary: 'Chỉ số cải cách hành chính', example: '/chi-so' },
  'linh-vuc': { summary: 'Trễ hạn theo lĩnh vực', example: '/linh-vuc Sở KHĐT' },
  'xep-hang': { summary: 'Xếp hạng các đơn vị', example: '/xep-hang huyện' },
  'so-sanh': { summary: 'So sánh đơn vị hoặc kỳ', example: '/so-sanh Nha Trang, Cam Ranh' },
  'dien-bien': { summary: 'Diễn biến qua các kỳ', example: '/dien-bien Nha Trang' },
  'bieu-do': { summary: 'Chỉ vẽ biểu đồ', example: '/bieu-do huyện' },
  'doi-chieu': { summary: 'Chỗ số liệu không khớp', example: '/doi-chieu' },
  'tong-quan': { summary: 'Tổng quan toàn tỉnh hoặc đơn vị', example: '/tong-quan' },
  nguon: { summary: 'Nguồn số liệu', example: '/nguon Nha Trang' },
  'cong-thuc': { summary: 'Cách tính', example: '/cong-thuc Nha Trang' },
  'sap-den-han': { summary: 'Hồ sơ quá hạn, sắp đến hạn', example: '/sap-den-han' },
  'qua-han': { summary: 'Hồ sơ đang quá hạn', example: '/qua-han' },
  'da-nhan': { summary: 'Đã nhận danh sách hôm nay', example: '/da-nhan' },
  'nhac-lai': { summary: 'Nhắc lại danh sách trong ngày', example: '/nhac-lai 14:00' },
  'da-trinh': { summary: 'Ghi nhận hồ sơ đã trình', example: '/da-trinh 0012' },
  'dang-ky': { summary: 'Nhận tin tự động mỗi sáng', example: '/dang-ky 07:00' },
  lich: { summary: 'Lịch gửi tin của nhóm', example: '/lich' },
  huy: { summary: 'Thôi nhận tin tự động', example: '/huy' },
  'canh-bao': { summary: 'Cảnh báo đang mở của nhóm', example: '/canh-bao' },
  'gan-nhom': { summary: 'Kết nối nhóm với cơ quan', example: '/gan-nhom' },
  'kiem-chung': { summary: 'Kiểm chứng câu trả lời đã gửi', example: '/kiem-chung' },
  'chua-gui': { summary: 'Tin tự động chưa gửi được', example: '/chua-gui' },
  'tro-giup': { summary: 'Hướng dẫn', example: '/tro-giup' },
  start: { summary: 'Bắt đầu', example: '/start' },
};
