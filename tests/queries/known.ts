import { type Agency, AgencyId } from '../../src/agencies/agency.ts';
import { type ImpossiblePeriod, type Period, PeriodKey } from '../../src/calendar/period.ts';
import { parsePeriodKey, periodKey } from '../../src/calendar/periods.ts';
import { fixedClock } from '../../src/clock.ts';
import { type Counts, NO_COUNTS } from '../../src/figures/counts.ts';
import type { OpenKnowledge } from '../../src/shell/open-knowledge.ts';
import { checkSnapshot } from '../../src/snapshots/check.ts';
import type { Figure, Statement } from '../../src/snapshots/snapshot.ts';
import type { Recorded } from '../../src/snapshots/store.ts';
import { type Differences, snapshotOf, statementOf } from '../contracts/sample-snapshots.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';

/** The agencies and targets of Khánh Hòa, and a store to be filled by the test. */
export type Known = Disposable & {
  readonly knowledge: OpenKnowledge['knowledge'];
  agency(id: string): Agency;
  /** Checks and stores a snapshot as intake does: findings are made, not told. */
  record(period: string, differences?: Differences): Promise<Recorded>;
};

/** Opens a store without figures; `official` has those of the documents. */
export async function openKnown({
  now = '2026-11-21T08:00+07:00',
  official = false,
} = {}): Promise<Known> {
  const clock = fixedClock(Temporal.Instant.from(now));
  const open = await openInMemory(clock, official ? 'khanh-hoa' : 'none');
  const { directory, snapshots } = open.knowledge;
  return {
    knowledge: open.knowledge,
    agency: (id) => directory.get(AgencyId.parse(id)),
    async record(period, differences = {}) {
      const key = PeriodKey.parse(period);
      const snapshot = snapshotOf({ asOf: parsePeriodKey(key).to, ...differences, period: key });
      return snapshots.record({ ...snapshot, findings: checkSnapshot(snapshot, directory) });
    },
    [Symbol.dispose]: () => open[Symbol.dispose](),
  };
}

/** A row of which `overdue` of `handled` dossiers were late, all resolved. */
export function row(agency: string, overdue: number, handled: number): Figure {
  return figure(agency, {
    resolved: handled,
    resolvedOnTime: handled - overdue,
    resolvedOverdue: overdue,
    pending: 0,
    pendingWithin: 0,
    pendingOverdue: 0,
  });
}

/** A row with some counts; what is not named is not given. */
export function figure(
  agency: string,
  counts: Partial<Counts>,
  field: string | null = null,
): Figure {
  return {
    agency: AgencyId.parse(agency),
    field,
    counts: { ...NO_COUNTS, ...counts },
    printedOverdue: null,
  };
}

/** A published overdue rate in hundredths of a percent, without counts and formula unless told. */
export function published(
  agency: string,
  rate: number,
  differences: Partial<Statement> = {},
): Statement {
  return statementOf({ metric: 'overdue', ...differences, agency: AgencyId.parse(agency), rate });
}

/** A day or period as text, to be compared with others. */
export const keyOf = (key: string) => PeriodKey.parse(key);

/** The key of a period asked for in vain; what cannot be is shown as it was typed, "-" is none. */
export function vainKey(asked: Period | ImpossiblePeriod | null): string {
  if (asked === null) return '-';
  return asked.kind === 'impossible' ? asked.text : periodKey(asked);
}
