import { expect, test } from 'vitest';

import { readSaidBack } from '../../src/dialogue/said-back.ts';

test.each([
  ['đã nhận', 'da-nhan', ''],
  ['Đã nhận.', 'da-nhan', ''],
  ['ok đã nhận ạ', 'da-nhan', ''],
  ['da nhan duoc roi', 'da-nhan', ''],
  ['nhắc lại lúc 14:00', 'nhac-lai', '14:00'],
  ['nhắc lại', 'nhac-lai', ''],
  ['Nhắc tôi lại vào 15h', 'nhac-lai', '15h'],
  ['đã trình 0012', 'da-trinh', '0012'],
  ['đã trình hồ sơ 0012', 'da-trinh', '0012'],
  ['đã nắm', 'canh-bao', 'đã nắm'],
  ['ok đã nắm rõ rồi ạ', 'canh-bao', 'ok đã nắm rõ rồi ạ'],
  ['tạm dừng cảnh báo 2 giờ', 'canh-bao', 'tạm dừng cảnh báo 2 giờ'],
  ['Bật lại cảnh báo', 'canh-bao', 'Bật lại cảnh báo'],
  ['đổi giờ gửi sang 8h', 'dang-ky', '8h'],
  ['Chuyển danh sách qua 6 giờ 30', 'dang-ky', '6 giờ 30'],
  ['tắt danh sách sáng', 'huy', 'danh sách sáng'],
  ['không nhận tóm tắt nữa', 'huy', 'tóm tắt nữa'],
  ['cho tôi hủy cảnh báo', 'huy', 'cảnh báo'],
  ['ngừng gửi danh sách phường Lộc Thọ', 'huy', 'danh sách phường Lộc Thọ'],
  ['lịch gửi', 'lich', ''],
  ['tôi đăng ký gì rồi', 'lich', ''],
  ['nhóm này đã đăng ký những gì?', 'lich', ''],
])('%j is /%s %s', (text, command, rest) => {
  expect(readSaidBack(text)).toEqual({ command, rest });
  expect(readSaidBack(text.normalize('NFD'))).toEqual({ command, rest });
});

test.each([
  'Nha Trang đã nhận bao nhiêu hồ sơ',
  'đã nhận bao nhiêu hồ sơ',
  'nhắc',
  'trình',
  'đã nắm bao nhiêu hồ sơ',
  'cảnh báo',
  'không có danh sách nào à',
  'không gửi danh sách à?',
  'không cảnh báo nào',
  'bộ cảnh báo',
  'đổi sang biểu đồ cột',
  'đăng ký kinh doanh trễ bao nhiêu',
  'lĩnh vực đăng ký doanh nghiệp',
  'đừng trễ hạn',
  '',
])('%j is no answer to a list', (text) => {
  expect(readSaidBack(text)).toBeNull();
});
