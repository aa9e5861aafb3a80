import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { choose } from '../../src/dialogue/choose.ts';

const choices = [
  { label: 'UBND phường Vạn Thắng (Nha Trang)', send: 'first' },
  { label: 'UBND xã Vạn Thắng (Vạn Ninh)', send: 'second' },
  { label: 'Chi nhánh VPĐKĐĐ Cam Ranh', send: 'third' },
];

function chosen(text: string): string {
  const result = choose(text, choices);
  return result.kind === 'chosen' ? result.choice.send : result.kind;
}

test.each([
  ['1', 'first'],
  [' 2 ', 'second'],
  ['2.', 'second'],
  ['số 2', 'second'],
  ['so 3', 'third'],
  ['chọn 3', 'third'],
  ['cái số 2', 'second'],
  ['cái đầu', 'first'],
  ['cái đầu tiên', 'first'],
  ['thứ hai', 'second'],
  ['cái cuối', 'third'],
  ['cuối cùng', 'third'],
  ['xã', 'second'],
  ['xa', 'second'],
  ['phường', 'first'],
  ['phường nhé', 'first'],
  ['Vạn Ninh', 'second'],
  ['van ninh', 'second'],
  ['phường Vạn Thắng', 'first'],
  ['chi nhánh', 'third'],
  ['chi nhánh Cam Ranh', 'third'],
  ['0', 'outOfRange'],
  ['4', 'outOfRange'],
  ['99', 'outOfRange'],
  ['Vạn Thắng', 'none'],
  ['UBND', 'none'],
  ['Diên Khánh', 'none'],
  ['2023', 'none'],
  ['quý 3', 'none'],
  ['', 'none'],
  ['xã nào trễ hạn nhiều nhất năm 2023', 'none'],
])('%s → %s', (text, expected) => {
  expect(chosen(text)).toBe(expected);
});

test('a label that is exactly the words beats labels that merely contain them', () => {
  const alike = [
    { label: 'Cam Ranh', send: 'city' },
    { label: 'Cấp xã Cam Ranh', send: 'communes' },
  ];
  expect(choose('cam ranh', alike)).toEqual({ kind: 'chosen', choice: alike[0] });
});

test.each([
  ['năm 2023', 'none'],
  ['2023', 'none'],
  ['6 tháng', 'none'],
  ['6 tháng đầu năm 2023', 'half'],
  ['nam 2020', 'year'],
])('a period is chosen by its whole name only: %s', (text, expected) => {
  const periods = [
    { label: '6 tháng đầu năm 2023', send: 'half' },
    { label: 'Năm 2020', send: 'year' },
  ];
  const result = choose(text, periods);
  expect(result.kind === 'chosen' ? result.choice.send : result.kind).toBe(expected);
});

test('with nothing to choose from, nothing is chosen', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(choose(text, []).kind).toBe('none');
    }),
  );
});

test('a number picks exactly the choice it stands at', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (number) => {
      expect(chosen(String(number))).toBe(choices[number - 1]?.send ?? 'outOfRange');
    }),
  );
});
