import { expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import { countedPeriods } from '../../src/dossiers/counted-periods.ts';

test.each([
  ['2026-11-14', ['2026', '2026-H2', '2026-Q4']],
  ['2026-11-15', ['2026', '2026-H2', '2026-Q4', '2026-M11']],
  ['2026-11-21', ['2026', '2026-H2', '2026-Q4', '2026-M11']],
  ['2026-11-22', ['2026', '2026-H2', '2026-Q4']],
  ['2026-09-15', ['2026', '2026-H2', '2026-Q4', '2026-M09', '2026-Q3', '2026-9M']],
  ['2026-06-20', ['2026', '2026-H2', '2026-Q3', '2026-M06', '2026-Q2', '2026-H1']],
  ['2026-12-15', ['2027', '2027-H1', '2027-Q1', '2026-M12', '2026-Q4', '2026-H2', '2026']],
])('on %s %j are counted', (today, keys) => {
  const periods = countedPeriods(Temporal.PlainDate.from(today));
  expect(periods.map(periodKey)).toEqual(keys);
});
