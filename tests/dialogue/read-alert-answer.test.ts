import { expect, test } from 'vitest';

import { type AlertAnswer, readAlertAnswer } from '../../src/dialogue/read-alert-answer.ts';

test.each<[string, AlertAnswer]>([
  ['', { kind: 'show' }],
  ['Nha Trang', { kind: 'show' }],
  ['đã nắm', { kind: 'acknowledge' }],
  ['DA NHAN', { kind: 'acknowledge' }],
  ['đã-xem', { kind: 'acknowledge' }],
  ['tạm dừng', { kind: 'snooze', hours: null }],
  ['tạm dừng đến sáng mai', { kind: 'snooze', hours: null }],
  ['im lặng 2 giờ', { kind: 'snooze', hours: 2 }],
  ['tam dung 3h', { kind: 'snooze', hours: 3 }],
  ['tạm dừng 2 ngày', { kind: 'snooze', hours: 48 }],
  ['hoãn 1 tuần', { kind: 'snooze', hours: 168 }],
  ['tạm dừng 0 giờ', { kind: 'snooze', hours: null }],
  ['tạm dừng 999 tuần', { kind: 'snooze', hours: 720 }],
  ['bật lại', { kind: 'wake' }],
  ['tiếp tục nhận', { kind: 'wake' }],
])('%j', (words, answer) => {
  expect(readAlertAnswer(words)).toEqual(answer);
  expect(readAlertAnswer(words.normalize('NFD'))).toEqual(answer);
});
