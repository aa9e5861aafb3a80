import { expect, test } from 'vitest';

import { DOSSIER_STATES } from '../../../src/dossiers/dossier.ts';
import { isStateLike, stateOf } from '../../../src/sources/dossiers/state-words.ts';

test.each([
  ['Mới đăng ký', 'registered'],
  ['Được tiếp nhận', 'received'],
  ['Không được tiếp nhận', 'rejected'],
  ['Đang xử lý', 'processing'],
  ['Yêu cầu bổ sung giấy tờ', 'supplementRequested'],
  ['Yêu cầu thực hiện nghĩa vụ tài chính', 'paymentRequested'],
  ['Công dân yêu cầu rút hồ sơ', 'withdrawn'],
  ['Dừng xử lý', 'stopped'],
  ['Đã xử lý xong', 'done'],
  ['Đã trả kết quả', 'returned'],
  ['Chờ giao trả kết quả', 'done'],
  ['Chưa trả kết quả', 'done'],
  ['Quá hạn', 'processing'],
  ['Đã quá hạn', 'processing'],
  ['Sắp đến hạn', 'processing'],
  ['ĐANG XỬ LÝ (QUÁ HẠN)', 'processing'],
  ['dang giai quyet', 'processing'],
  ['Đã giải quyết trước hạn', 'done'],
  ['Đã trả kết quả - trễ hạn', 'returned'],
  ['Đang xử lý tại Phòng Tư pháp', 'processing'],
  ['Từ chối tiếp nhận hồ sơ', 'rejected'],
  ['4', 'processing'],
  ['10', 'returned'],
  ['11', null],
  ['0', null],
  ['Đúng hạn', null],
  ['Đang xử lý, yêu cầu bổ sung', null],
  ['Tiếp nhận và trả kết quả', null],
  ['Dũng', null],
  ['Huy Hoàng', null],
  ['', null],
])('%j means %s', (text, state) => {
  expect(stateOf(text)).toBe(state);
});

test('the numbers are those of the national list', () => {
  expect(DOSSIER_STATES.map((_, at) => stateOf(String(at + 1)))).toEqual(DOSSIER_STATES);
});

test.each([
  ['Chờ kết thúc bổ sung', true],
  ['Nguyễn Văn An', false],
  ['0905123456', false],
  ['12', true],
])('%j may be quoted: %s', (text, may) => {
  expect(isStateLike(text)).toBe(may);
});
