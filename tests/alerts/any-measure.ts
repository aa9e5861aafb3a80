import * as fc from 'fast-check';

import { AgencyId } from '../../src/agencies/agency.ts';
import { type Measure, measuresOf } from '../../src/alerts/measure.ts';
import type { Observation } from '../../src/alerts/observation.ts';
import type { AlertRules } from '../../src/alerts/rules.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { yearPeriod } from '../../src/calendar/periods.ts';
import { type Counts, NO_COUNTS } from '../../src/figures/counts.ts';
import { fraction } from '../../src/figures/fraction.ts';
import { SnapshotId, type SnapshotHead } from '../../src/snapshots/snapshot.ts';
import { snapshotOf } from '../contracts/sample-snapshots.ts';

export const CAM_LAM = AgencyId.parse('h-cam-lam');

/** Only rates of late dossiers are judged; what is not said is as usual. */
export function rateRules(other: Partial<AlertRules> = {}): AlertRules {
  return {
    ...USUAL_RULES,
    headroom: [],
    pendingRise: [],
    longOverdueDays: null,
    online: false,
    forecast: false,
    leastHandled: 1,
    ...other,
  };
}

const HEAD: SnapshotHead = {
  ...snapshotOf(),
  id: SnapshotId.parse(1),
  contentHash: 'a'.repeat(64),
};

/** `late` of `handled` dossiers of an agency in a year. */
export function observed(
  late: number,
  handled: number,
  {
    agency = CAM_LAM,
    year = 2026,
    counts = {},
  }: {
    readonly agency?: AgencyId;
    readonly year?: number;
    readonly counts?: Partial<Counts>;
  } = {},
): Observation {
  return {
    agency,
    dossiers: null,
    figures: {
      period: yearPeriod(year),
      snapshot: HEAD,
      limits: [],
      online: null,
      usualPending: null,
      doubts: [],
      counts: {
        ...NO_COUNTS,
        resolved: handled,
        resolvedOverdue: late,
        pending: 0,
        pendingOverdue: 0,
        ...counts,
      },
    },
  };
}

/** How far a rate of late dossiers is from the limits of 1, 5 and 10 %. */
export function rateMeasure(late: number, handled: number, year = 2026): Measure {
  const rules = rateRules();
  const [measure] = measuresOf(observed(late, handled, { year }), rules, rules.limits);
  if (measure === undefined) throw new Error('nothing to judge');
  return measure;
}

/** Any late dossiers of a thousand, mostly about the limits. */
export const anyLate = fc.oneof(
  fc.integer({ min: 7, max: 13 }),
  fc.integer({ min: 45, max: 55 }),
  fc.integer({ min: 95, max: 105 }),
  fc.integer({ min: 0, max: 1_000 }),
);

/** An online rate against a target, as part of an observation. */
export function onlineOf(value: number, of: number, from: number) {
  const ordered = { source: 'QĐ 1', issuedOn: null, place: '', firstYear: null, lastYear: null };
  const target = {
    ...ordered,
    id: 'online',
    metric: 'online',
    from,
    to: from,
    levels: null,
  } as const;
  return { rate: fraction(value, of), target };
}
