import type { Directory } from '../src/agencies/agency.ts';
import type { Period } from '../src/calendar/period.ts';
import { periodKey } from '../src/calendar/periods.ts';
import { type Clock, dayOf } from '../src/clock.ts';
import { countedPeriods } from '../src/dossiers/counted-periods.ts';
import type { DossierStore, TakenList } from '../src/dossiers/store.ts';
import { countedDocument } from '../src/replies/counted-document.ts';
import type { Job } from '../src/schedule/job.ts';
import { COUNTED_SCOPE } from '../src/snapshots/reported.ts';
import type { Snapshot } from '../src/snapshots/snapshot.ts';
import type { SnapshotStore } from '../src/snapshots/store.ts';

type Given = {
  readonly dossiers: Pick<DossierStore, 'countsIn' | 'lists'>;
  readonly snapshots: Pick<SnapshotStore, 'record'>;
  readonly directory: Directory;
  readonly clock: Clock;
};

/**
 * Counts dossiers into figures of their own source and scope, every night: running periods, and those that have just
 * closed. They are as of the newest list, since nothing is known of what came after it; the same lists count the same.
 */
export function countDossiers(given: Given): Job {
  return {
    name: 'count-dossiers',
    when: '45 2 * * *',
    async run({ dry }) {
      const lists = await given.dossiers.lists();
      const [newest] = lists;
      const outcomes = { stored: 0, restated: 0, unchanged: 0 };
      const details: string[] = [];
      if (newest === undefined) return { summary: outcomes, details };
      for (const period of countedPeriods(dayOf(given.clock.now()))) {
        const snapshot = await countedIn(period, { newest, lists }, given);
        if (snapshot.figures.length === 0) continue;
        details.push(`${snapshot.period} agencies=${String(snapshot.figures.length)}`);
        if (!dry) outcomes[(await given.snapshots.record(snapshot)).kind] += 1;
      }
      return { summary: outcomes, details };
    },
  };
}

type Lists = { readonly newest: TakenList; readonly lists: readonly TakenList[] };

async function countedIn(
  period: Period,
  { newest, lists }: Lists,
  { dossiers, directory, clock }: Given,
): Promise<Snapshot> {
  const { from, to } = period;
  const counts = await dossiers.countsIn({ from, to, asOf: newest.asOf });
  return {
    source: 'ho-so',
    document: countedDocument(lists.some(({ sample }) => sample)),
    period: periodKey(period),
    scope: COUNTED_SCOPE,
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf: earlier(to, dayOf(newest.asOf)),
    fetchedAt: clock.now(),
    figures: Array.from(counts, ([agency, found]) => ({
      agency,
      field: null,
      counts: found,
      printedOverdue: null,
    })).filter(({ agency }) => directory.has(agency)),
    statements: [],
    findings: [],
  };
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}
