import { describe, expect, test } from 'vitest';

import { AlertSettings, USUAL_RULES } from '../../src/alerts/settings.ts';

test('without a word there are the limits of 1, 5 and 10 %, and quiet nights', () => {
  expect(USUAL_RULES).toMatchObject({ limits: [100, 500, 1_000], margin: 10, leastHandled: 50 });
  expect(USUAL_RULES.quiet.from.toString()).toBe('18:00:00');
});

test('percentages are read as people write them, and put in order', () => {
  const rules = AlertSettings.parse({
    limits: [5, 0.75, 2.5],
    agencyLimits: { 'tp-nha-trang': 0.5 },
    headroom: [3, 10],
    longOverdueDays: null,
  });
  expect(rules.limits).toEqual([75, 250, 500]);
  expect([...rules.agencyLimits]).toEqual([['tp-nha-trang', 50]]);
  expect(rules).toMatchObject({ headroom: [10, 3], longOverdueDays: null });
});

describe('refused, by a code', () => {
  test.each([
    [{ limits: [] }, 'percents'],
    [{ limits: [0] }, 'percent'],
    [{ limits: [1.234] }, 'percent'],
    [{ limits: ['1%'] }, 'percent'],
    [{ margin: 101 }, 'percent'],
    [{ headroom: [-1] }, 'alertCount'],
    [{ headroom: 5 }, 'alertCounts'],
    [{ repeatAfterDays: 0 }, 'alertCount'],
    [{ formula: 'POSTAL_OVER_RECEIVED' }, 'alertFormula'],
    [{ quiet: { from: '25:00', to: '07:00' } }, 'hour'],
    [{ online: 'yes' }, 'yesNo'],
    [[], 'mapping'],
  ])('%j: %s', (settings, code) => {
    const read = AlertSettings.safeParse(settings);
    expect(read.error?.issues.map(({ message }) => message)).toEqual([code]);
  });

  test('unknown keys too', () => {
    expect(AlertSettings.safeParse({ limit: [1] }).success).toBe(false);
  });
});
