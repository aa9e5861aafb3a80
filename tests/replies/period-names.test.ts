import { expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import { parsePeriodKey } from '../../src/calendar/periods.ts';
import { periodName, periodWithDays, shortPeriodName } from '../../src/replies/period-names.ts';

test.each([
  ['2023', 'năm 2023', '15/12/2022–14/12/2023', '2023'],
  ['2023-H1', '6 tháng đầu năm 2023', '15/12/2022–14/06/2023', '6T đầu 2023'],
  ['2023-H2', '6 tháng cuối năm 2023', '15/06/2023–14/12/2023', '6T cuối 2023'],
  ['2023-9M', '9 tháng đầu năm 2023', '15/12/2022–14/09/2023', '9T/2023'],
  ['2023-Q1', 'quý I/2023', '15/12/2022–14/03/2023', 'Q1/2023'],
  ['2023-Q3', 'quý III/2023', '15/06/2023–14/09/2023', 'Q3/2023'],
  ['2023-Q4', 'quý IV/2023', '15/09/2023–14/12/2023', 'Q4/2023'],
  ['2023-M01', 'tháng 1/2023', '15/12/2022–14/01/2023', 'T1/2023'],
  ['2023-M10', 'tháng 10/2023', '15/09/2023–14/10/2023', 'T10/2023'],
  ['2026-10-01..2026-10-31', 'tháng 10/2026 dương lịch', '01/10/2026–31/10/2026', 'T10/2026 DL'],
  ['2026-10-01..2026-12-31', 'quý IV/2026 dương lịch', '01/10/2026–31/12/2026', 'Q4/2026 DL'],
  ['2026-01-01..2026-12-31', 'năm 2026 dương lịch', '01/01/2026–31/12/2026', '2026 DL'],
])('%s is %s', (key, name, days, short) => {
  const period = parsePeriodKey(PeriodKey.parse(key));
  expect(periodName(period)).toBe(name);
  expect(periodWithDays(period)).toBe(`${name} (${days})`);
  expect(shortPeriodName(period)).toBe(short);
});

test('several years are named as such', () => {
  const period = parsePeriodKey(PeriodKey.parse('2019-12-15..2023-12-14'));
  expect(periodName(period)).toBe('giai đoạn 2020–2023');
});

test('days without a name are named by themselves, once', () => {
  const period = parsePeriodKey(PeriodKey.parse('2023-02-01..2023-09-14'));
  expect(periodName(period)).toBe('từ 01/02/2023 đến 14/09/2023');
  expect(periodWithDays(period)).toBe('từ 01/02/2023 đến 14/09/2023');
  expect(shortPeriodName(period)).toBe('01/02/2023–14/09/2023');
});
