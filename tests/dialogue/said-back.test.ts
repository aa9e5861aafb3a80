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
  '',
])('%j is no answer to a list', (text) => {
  expect(readSaidBack(text)).toBeNull();
});
