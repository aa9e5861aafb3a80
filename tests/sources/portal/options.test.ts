import { expect, test } from 'vitest';

import { problemTextOnMachine } from '../../../src/replies/problem-text.ts';
import { nextRuns } from '../../../src/shell/next-runs.ts';
import { PortalOptions } from '../../../src/sources/portal/options.ts';
import { LEAST } from './visit.ts';

test('a province is enough: the rest is slow, small and once a night', () => {
  const { url, schedule, pauseSeconds, maxMegabytes } = PortalOptions.parse(LEAST);
  expect(new URL(url).protocol).toBe('https:');
  const [first, second] = nextRuns(schedule, 2);
  expect(second?.since(first ?? second).total('hours')).toBe(24);
  expect(pauseSeconds).toBeGreaterThanOrEqual(5);
  expect(maxMegabytes).toBeLessThanOrEqual(5);
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
