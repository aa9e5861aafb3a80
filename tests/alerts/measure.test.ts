import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { type Measure, measuresOf } from '../../src/alerts/measure.ts';
import type { Observation, OpenDossiers } from '../../src/alerts/observation.ts';
import { type AlertRules, limitsFor, type RuleKind } from '../../src/alerts/rules.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { yearPeriod } from '../../src/calendar/periods.ts';
import { CAM_LAM, observed, onlineOf, rateRules } from './any-measure.ts';

const LIST = {
  source: 'mot-cua',
  origin: 'a.csv',
  asOf: Temporal.Instant.from('2026-11-23T00:00Z'),
  sample: false,
};

function measured(rule: RuleKind, observation: Observation, rules: AlertRules): Measure | null {
  return measuresOf(observation, rules, rules.limits).find((one) => one.rule === rule) ?? null;
}

const steps = (measure: Measure | null) =>
  measure === null ? null : [measure.reached, measure.held];

/** An observation of dossiers alone. */
function dossiersOnly(dossiers: Partial<OpenDossiers>): Observation {
  const known = { list: LIST, longOverdue: 0, forecasts: [], ...dossiers };
  return { agency: CAM_LAM, figures: null, dossiers: known };
}

describe('the rate of late dossiers', () => {
  test.each([
    [9, 1_000, [0, 1]],
    [899, 100_000, [0, 0]],
    [900, 100_000, [0, 1]],
    [10, 1_000, [1, 1]],
    // Printed alike as 1,00 %, and under it all the same: the exact fraction decides.
    [99_999, 10_000_000, [0, 1]],
    [50, 1_000, [2, 2]],
    [1_000, 1_000, [3, 3]],
  ])('%d of %d: bounds reached and held are %j', (late, handled, both) => {
    expect(steps(measured('overdueRate', observed(late, handled), rateRules()))).toEqual(both);
  });

  test('goes by the formula that is set', () => {
    const counts = { resolved: 900, resolvedOverdue: 5, pending: 100, pendingOverdue: 20 };
    const seen = observed(0, 0, { counts });
    expect(measured('overdueRate', seen, rateRules())?.amount).toEqual({ value: 25, of: 1_000 });
    const resolvedOnly = rateRules({ formula: 'OVERDUE_RESOLVED_ONLY' });
    expect(measured('overdueRate', seen, resolvedOnly)?.amount).toEqual({ value: 5, of: 900 });
  });

  test.each([
    ['over too few dossiers', observed(5, 49), USUAL_RULES],
    ['over none', observed(0, 0), rateRules()],
    ['without counts', observed(0, 0, { counts: { resolved: null } }), rateRules()],
  ])('%s is not judged', (_, seen, rules) => {
    expect(measured('overdueRate', seen, rules)).toBeNull();
  });

  test('is never milder with more late ones, whatever the limits', () => {
    const anyLimits = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1 });
    fc.assert(
      fc.property(anyLimits, fc.nat(500), fc.nat(500), (limits, one, other) => {
        const [first = 1, ...others] = limits.toSorted((a, b) => a - b);
        const rules = rateRules({ limits: [first, ...others] });
        const [few, many] = [Math.min(one, other), Math.max(one, other)].map((late) =>
          measured('overdueRate', observed(late, 500), rules),
        );
        expect(many?.reached).toBeGreaterThanOrEqual(few?.reached ?? 0);
        expect(many?.held).toBeGreaterThanOrEqual(many?.reached ?? 0);
      }),
    );
  });
});

describe('the limits of a chat', () => {
  const rules = rateRules({ agencyLimits: new Map([[CAM_LAM, 50]]) });
  test.each([
    ['are all, for an agency without its own', 'tp-nha-trang', null, [100, 500, 1_000]],
    ['begin with the agency’s own', 'h-cam-lam', null, [50, 100, 500, 1_000]],
    ['begin with the chat’s own before any other', 'h-cam-lam', 200, [200, 500, 1_000]],
    ['are the chat’s own alone above all others', 'h-cam-lam', 2_000, [2_000]],
  ])('%s', (_, id, own, limits) => {
    expect(limitsFor(rules, AgencyId.parse(id), own)).toEqual(limits);
  });
});

describe('room before the limit', () => {
  const rules = rateRules({ headroom: [20, 5] });
  test.each([
    // Of 10,000 dossiers 99 may be late.
    [60, 10_000, [0, 0]],
    [75, 10_000, [0, 1]],
    [79, 10_000, [1, 1]],
    [94, 10_000, [2, 2]],
    [150, 10_000, [2, 2]],
    // Of 300 only two may: none late is not yet news.
    [0, 300, [0, 0]],
    [1, 300, [2, 2]],
  ])('%d late of %d: %j', (late, handled, both) => {
    expect(steps(measured('headroom', observed(late, handled), rules))).toEqual(both);
  });

  test('is not told before half of what the limit allows is used up, as config.yaml and the guide say', () => {
    // Of 3,000 dossiers 29 may be late.
    expect(steps(measured('headroom', observed(10, 3_000), rules))).toEqual([0, 1]);
    expect(steps(measured('headroom', observed(14, 3_000), rules))).toEqual([0, 1]);
    expect(steps(measured('headroom', observed(15, 3_000), rules))).toEqual([1, 1]);
  });

  test('goes by the formula that is set', () => {
    const counts = { resolved: 900, resolvedOverdue: 5, pending: 100, pendingOverdue: 20 };
    const other = { ...rules, formula: 'OVERDUE_RESOLVED_ONLY' } as const;
    // 9 more resolved late: 14 of 909 would be over 1 %, 4 more: 9 of 904 is not.
    const seen = observed(0, 0, { counts });
    expect(measured('headroom', seen, other)?.amount).toEqual({ value: 4, of: 5 });
    expect(measured('headroom', seen, rules)?.amount).toEqual({ value: 0, of: 25 });
  });

  test('is no matter where no number of late ones would reach the limit', () => {
    const all = { ...rules, formula: 'OVERDUE_RESOLVED_ONLY', limits: [10_000] } as const;
    expect(measured('headroom', observed(5, 100), all)).toBeNull();
  });
});

describe('online dossiers', () => {
  test.each([
    [400, 1_000, [0, 1]],
    [401, 1_000, [0, 0]],
    [399, 1_000, [1, 1]],
  ])('%d of %d against 40%%: %j', (online, received, both) => {
    const seen = observed(0, 1_000);
    const figures = seen.figures && { ...seen.figures, online: onlineOf(online, received, 4_000) };
    expect(
      steps(measured('onlinePace', { ...seen, figures }, rateRules({ online: true }))),
    ).toEqual(both);
  });
});

describe('what is pending', () => {
  const rules = rateRules({ pendingRise: [50, 100] });
  test.each([
    [100, 100, [0, 0]],
    [137, 100, [0, 0]],
    [138, 100, [0, 1]],
    [150, 100, [1, 1]],
    [200, 100, [2, 2]],
    // Half more of a few is chance.
    [15, 10, [0, 0]],
    [100, null, null],
  ])('%d where %j is usual: %j', (pending, usualPending, both) => {
    const seen = observed(0, 1_000, { counts: { pending } });
    const figures = seen.figures && { ...seen.figures, usualPending };
    expect(steps(measured('pendingRise', { ...seen, figures }, rules))).toEqual(both);
  });
});

describe('of dossiers', () => {
  test.each([
    [0, [0, 0]],
    [1, [1, 1]],
    [3, [2, 2]],
    [8, [2, 3]],
    [10, [3, 3]],
  ])('%d late for long: %j', (longOverdue, both) => {
    const rules = rateRules({ longOverdueDays: 30 });
    expect(steps(measured('longOverdue', dossiersOnly({ longOverdue }), rules))).toEqual(both);
  });

  test('a forecast is judged like a rate, in its own period', () => {
    const forecast = {
      overdue: 12,
      handled: 1_000,
      range: null,
      lateNow: 5,
      handledNow: 900,
      dueByEnd: 40,
    };
    const seen = dossiersOnly({ forecasts: [{ period: yearPeriod(2026), forecast }] });
    const measure = measured('forecast', seen, rateRules({ forecast: true }));
    expect(measure).toMatchObject({ period: '2026', reached: 1, amount: { value: 12, of: 1_000 } });
    expect(measured('forecast', seen, rateRules())).toBeNull();
  });
});

test('of what is not known no rule says anything', () => {
  expect(
    measuresOf({ agency: CAM_LAM, figures: null, dossiers: null }, USUAL_RULES, [100]),
  ).toEqual([]);
});
