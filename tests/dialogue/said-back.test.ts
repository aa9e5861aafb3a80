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
  ['đổi giờ gửi sang 8h', 'lich', '8h'],
  ['Chuyển danh sách qua 6 giờ 30', 'lich', 'danh sách 6 giờ 30'],
  ['đổi giờ tóm tắt sang 9h', 'lich', 'tóm tắt 9h'],
  ['chuyển giờ gửi tóm tắt sang 9h', 'lich', 'tóm tắt 9h'],
  ['đổi lại giờ nhận danh sách hồ sơ thành 7:15', 'lich', 'danh sách hồ sơ 7:15'],
  ['tắt danh sách sáng', 'huy', 'danh sách sáng'],
  ['không nhận tóm tắt nữa', 'huy', 'tóm tắt nữa'],
  ['cho tôi hủy cảnh báo', 'huy', 'cảnh báo'],
  ['ngừng gửi danh sách phường Lộc Thọ', 'huy', 'danh sách phường Lộc Thọ'],
  ['không nhận nữa', 'huy', ''],
  ['hủy đăng ký', 'huy', ''],
  ['tắt', 'huy', ''],
  ['dừng gửi', 'huy', ''],
  ['đừng gửi nữa', 'huy', ''],
  ['thôi không cần gửi nữa nhé', 'huy', ''],
  ['không nhận được danh sách', 'lich', ''],
  ['tôi không nhận được danh sách', 'lich', ''],
  ['em không nhận được danh sách sáng nay', 'lich', ''],
  ['sao không gửi danh sách', 'lich', ''],
  ['sáng nay sao chưa có tóm tắt?', 'lich', ''],
  ['chưa thấy gửi danh sách hôm nay', 'lich', ''],
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
  'không nhận nữa à?',
  'dừng gửi chưa',
  'tất cả các huyện',
  'không nhận được bao nhiêu hồ sơ',
  'sao không có danh sách xã trễ hạn',
  'bộ cảnh báo',
  'đổi sang biểu đồ cột',
  'đăng ký kinh doanh trễ bao nhiêu',
  'lĩnh vực đăng ký doanh nghiệp',
  'đừng trễ hạn',
  '',
])('%j is no answer to a list', (text) => {
  expect(readSaidBack(text)).toBeNull();
});
