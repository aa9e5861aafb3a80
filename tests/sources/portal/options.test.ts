import { expect, test } from 'vitest';

import { problemTextOnMachine } from '../../../src/replies/problem-text.ts';
import { PortalOptions } from '../../../src/sources/portal/options.ts';
import { LEAST } from './visit.ts';

test('a province is enough: the rest is slow, small and once a night', () => {
  expect(PortalOptions.parse(LEAST)).toEqual({
    ...LEAST,
    agency: null,
    departments: {},
    url: 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/',
    schedule: '30 2 * * *',
    months: 2,
    quarters: 0,
    years: 1,
    pauseSeconds: 5,
    timeoutSeconds: 60,
    maxMegabytes: 5,
  });
});

test.each([
  ['departmentId', 'H32'],
  ['departmentCode', 'Khánh Hòa'],
  ['agency', 'Sở Y tế'],
  ['departments', { 'H32.01': 'Sở Y tế' }],
  ['url', 'ftp://127.0.0.1/'],
  ['months', 25],
  ['quarters', -1],
  ['years', 1.5],
  ['pauseSeconds', 0],
  ['timeoutSeconds', 601],
  ['maxMegabytes', 51],
  ['name', 'Cổng'],
])('%s: %j is refused in words', (key, value) => {
  const read = PortalOptions.safeParse({ ...LEAST, [key]: value });
  const [code = ''] = read.error?.issues.map(({ message }) => message) ?? [];
  const words = problemTextOnMachine({ code: 'badSetting', place: key, detail: code });
  expect(code).not.toBe('');
  expect(words).not.toContain(`: ${code}`);
});
