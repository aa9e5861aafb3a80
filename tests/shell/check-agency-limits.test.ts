import { expect, test } from 'vitest';

import { AlertSettings } from '../../src/alerts/settings.ts';
import { ConfigurationInvalid } from '../../src/errors.ts';
import { failureLines } from '../../src/replies/shell-words.ts';
import { checkAgencyLimits } from '../../src/shell/check-agency-limits.ts';
import { readKnowledge } from '../../src/shell/open-knowledge.ts';

const known = await readKnowledge({
  agencies: 'fixtures/agencies/khanh-hoa.yaml',
  targets: 'fixtures/targets.yaml',
  calendar: 'fixtures/calendar/viet-nam.yaml',
});
const limitsOf = (agencyLimits: Readonly<Record<string, number>>) => ({
  alerts: AlertSettings.parse({ agencyLimits }),
});

test('agencies that exist, also such that are no more, may have limits', () => {
  const limits = limitsOf({ 'tp-nha-trang': 0.5, 'p-nha-trang-2025': 2 });
  expect(() => checkAgencyLimits(limits, known)).not.toThrow();
});

test.each([
  ['tp-nhatrang', 'tp-nhatrang; tp-nha-trang'],
  ['p-loc-thoo', 'p-loc-thoo; p-loc-tho'],
  ['qwrtz', 'qwrtz'],
])('%s is refused, with what may have been meant', (id, told) => {
  expect(() => checkAgencyLimits(limitsOf({ [id]: 0.5 }), known)).toThrow(
    new ConfigurationInvalid([
      { code: 'unknownAgency', place: 'alerts.agencyLimits', detail: told },
    ]),
  );
});

test('the terminal says it in words', () => {
  let fault: unknown = null;
  try {
    checkAgencyLimits(limitsOf({ 'tp-nhatrang': 0.5 }), known);
  } catch (error) {
    fault = error;
  }
  expect(failureLines(fault)).toEqual([
    'Chưa chạy được, cần sửa:',
    '  - alerts.agencyLimits: không có cơ quan này trong danh mục (đã ghi; gần nhất): tp-nhatrang; tp-nha-trang',
  ]);
});
