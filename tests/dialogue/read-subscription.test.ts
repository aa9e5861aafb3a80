import { expect, test } from 'vitest';

import {
  readEnding,
  readSubscription,
  type SubscriptionAsked,
} from '../../src/dialogue/read-subscription.ts';

const at = (text: string) => Temporal.PlainTime.from(text);
const NOTHING: SubscriptionAsked = {
  kind: null,
  at: null,
  weekday: null,
  whenNothing: null,
  limit: null,
  name: '',
};

test.each<[string, Partial<SubscriptionAsked>]>([
  ['', {}],
  ['07:15', { at: at('07:15') }],
  ['7h', { at: at('07:00') }],
  ['lúc 7h30 sáng', { at: at('07:30') }],
  ['7 giờ 05 phút', { at: at('07:05') }],
  ['luc 6.45', { at: at('06:45') }],
  ['25:00', { at: 'noSuchHour' }],
  ['phường Lộc Thọ', { name: 'phường Lộc Thọ' }],
  ['phường Lộc Thọ 07:15', { name: 'phường Lộc Thọ', at: at('07:15') }],
  ['07:15, phường Lộc Thọ', { name: 'phường Lộc Thọ', at: at('07:15') }],
  ['tóm tắt', { kind: 'leaderDigest' }],
  ['bản tổng hợp cho lãnh đạo 7h30', { kind: 'leaderDigest', at: at('07:30') }],
  ['danh sách hồ sơ', { kind: 'morningList' }],
  ['danh sách hồ sơ sắp đến hạn Cam Lâm', { kind: 'morningList', name: 'Cam Lâm' }],
  ['nhắc hạn buổi sáng Cam Lâm', { kind: 'morningList', name: 'Cam Lâm' }],
  ['tóm tắt sáng thứ hai hằng tuần', { kind: 'leaderDigest', weekday: 1 }],
  ['tóm tắt hàng tuần', { kind: 'leaderDigest', weekday: 1 }],
  ['tóm tắt thứ ba hằng tuần', { kind: 'leaderDigest', weekday: 2 }],
  ['mỗi tuần thứ tư 7h', { weekday: 3, at: at('07:00') }],
  ['tóm tắt thứ 6', { kind: 'leaderDigest', weekday: 5 }],
  ['hằng ngày', { weekday: 'daily' }],
  ['không có hồ sơ thì im lặng', { whenNothing: 'silent' }],
  ['07:00 không có cũng báo', { whenNothing: 'say', at: at('07:00') }],
  ['DANG KY TOM TAT 7H', { kind: 'leaderDigest', at: at('07:00'), name: 'DANG KY' }],
  ['cảnh báo', { kind: 'alerts' }],
  ['canh-bao', { kind: 'alerts' }],
  ['cảnh báo Nha Trang ngưỡng 2%', { kind: 'alerts', name: 'Nha Trang', limit: 200 }],
  ['canh bao 2.5% Cam Lâm', { kind: 'alerts', name: 'Cam Lâm', limit: 250 }],
  ['cảnh báo trễ hạn từ 0,75 % sở KHĐT', { kind: 'alerts', name: 'sở KHĐT', limit: 75 }],
  ['Nha Trang mức 3 phần trăm', { name: 'Nha Trang', limit: 300 }],
  ['cảnh báo ngưỡng 0%', { kind: 'alerts', limit: 'noSuchLimit' }],
  ['cảnh báo 101%', { kind: 'alerts', limit: 'noSuchLimit' }],
  ['cảnh báo ngưỡng mặc định', { kind: 'alerts', limit: 'usual' }],
])('%j', (words, asked) => {
  expect(readSubscription(words)).toEqual({ ...NOTHING, ...asked });
});

test.each([
  ['hết', null, ''],
  ['tất cả đăng ký', null, ''],
  ['tóm tắt', 'leaderDigest', ''],
  ['danh sách phường Lộc Thọ', 'morningList', 'phường Lộc Thọ'],
  ['cảnh báo Nha Trang', 'alerts', 'Nha Trang'],
])('behind /huy: %j', (words, kind, name) => {
  expect(readEnding(words)).toEqual({ kind, name });
});

test('letters with their marks apart are read alike', () => {
  const words = 'tóm tắt thứ hai 7h30 Vạn Thắng';
  expect(readSubscription(words.normalize('NFD'))).toEqual(readSubscription(words));
});
