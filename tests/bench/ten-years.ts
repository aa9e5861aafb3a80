import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { parsePeriodKey } from '../../src/calendar/periods.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import type { Snapshot } from '../../src/snapshots/snapshot.ts';
import type { SnapshotStore } from '../../src/snapshots/store.ts';

/** 10 running years, polled on 365 days each, 200 agencies: 730,000 figures. */
export const YEARS = Array.from({ length: 10 }, (_, index) =>
  PeriodKey.parse(String(2015 + index)),
);
const DAYS = 365;
export const AGENCIES = Array.from({ length: 200 }, (_, index) =>
  AgencyId.parse(`co-quan-thu-${String(index)}`),
);
export const SCOPE = 'one-stop';

/** Fills a store with ten years of daily snapshots, through the same door as real ones. */
export async function fillTenYears(store: SnapshotStore): Promise<void> {
  for (const period of YEARS) {
    for (let day = 0; day < DAYS; day += 1) await store.record(snapshotOf(period, day));
  }
}

function snapshotOf(period: PeriodKey, day: number): Snapshot {
  const asOf = parsePeriodKey(period).from.add({ days: day });
  return {
    source: 'one-stop',
    document: { number: null, title: 'Hệ thống một cửa', issuedOn: null, place: 'tổng hợp' },
    period,
    scope: SCOPE,
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf,
    fetchedAt: asOf.toZonedDateTime('UTC').toInstant(),
    figures: AGENCIES.map((agency, index) => ({
      agency,
      field: null,
      counts: countsOf((day + 1) * (index + 1)),
      printedOverdue: null,
    })),
    statements: [],
    findings: [],
  };
}

function countsOf(received: number): Snapshot['figures'][number]['counts'] {
  const resolved = Math.floor(received * 0.9);
  const resolvedOverdue = Math.floor(resolved / 100);
  return {
    ...NO_COUNTS,
    received,
    receivedOnline: Math.floor(received / 2),
    receivedDirectOrPostal: received - Math.floor(received / 2),
    carriedOver: 0,
    resolved,
    resolvedEarly: 0,
    resolvedOnTime: resolved - resolvedOverdue,
    resolvedOverdue,
    pending: received - resolved,
    pendingWithin: received - resolved,
    pendingOverdue: 0,
  };
}
