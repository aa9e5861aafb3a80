import { expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import { readingProblems } from '../../src/polling/reading-problems.ts';
import type { Reading } from '../../src/polling/source.ts';
import { directory } from './readings.ts';

const TODAY = Temporal.PlainDate.from('2026-11-21');

test.each([
  ['2023', '2023-12-14', []],
  ['2023', '2022-12-15', []],
  ['2026', '2026-11-21', []],
  ['2026', '2026-11-22', ['asOfInFuture']],
  ['2027', '2026-11-21', ['periodInFuture']],
  ['2032', '2032-12-14', ['periodInFuture']],
  ['2023', '2022-12-14', ['asOfBeforePeriod']],
])('a table of %s with figures to %s: %j', (period, asOf, codes) => {
  const reading: Reading = {
    document: { number: null, title: 'Phụ lục 2', issuedOn: null, place: 'bảng' },
    period: PeriodKey.parse(period),
    scope: 'one-stop',
    formula: null,
    asOf: Temporal.PlainDate.from(asOf),
    figures: [],
    statements: [],
  };
  const payload = { kind: 'read', origin: 'a.csv', contentHash: '', readings: [reading] } as const;
  const problems = readingProblems(payload, { directory, today: TODAY });
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(problems.every(({ place }) => place === 'a.csv')).toBe(true);
});
