import { expect, test } from 'vitest';

import {
  samplesRemovedLine,
  samplesTakenLines,
  samplesWrittenLines,
} from '../../src/replies/samples-lines.ts';

const made = {
  dossiers: 530_662,
  agencies: 171,
  pending: 18_650,
  overdue: 511,
  test: 66,
  on: Temporal.PlainDate.from('2026-11-23'),
};
const WORDS =
  '530.662 hồ sơ mẫu của 171 cơ quan, ngày 23/11/2026: 18.650 đang giải quyết, trong đó 511 quá hạn, thêm 66 hồ sơ test';

test('what was made is told, that it is made up, and how to be rid of it', () => {
  expect(samplesTakenLines(made, 0)).toEqual([
    `Đã nạp ${WORDS}.`,
    expect.stringContaining('không phải hồ sơ thật'),
    expect.stringContaining('npm run -s samples -- --remove'),
  ]);
});

test('so is what was there before', () => {
  expect(samplesTakenLines(made, 1_000)[0]).toBe('Đã bỏ 1.000 hồ sơ mẫu.');
  expect(samplesRemovedLine(0)).toBe('Không có hồ sơ mẫu nào.');
});

test('and which file was written; none late and none left from tests is said, too', () => {
  const [line] = samplesWrittenLines({ ...made, overdue: 0, test: 0 }, 'a.csv');
  expect(line).toMatch(/18\.650 đang giải quyết, không hồ sơ nào quá hạn vào a\.csv\.$/u);
});
