import type { AgencyId } from '../agencies/agency.ts';
import { handled } from '../figures/rate.ts';
import type { Finding, RowDisappeared } from './finding.ts';
import type { FindingReading, Reading } from './store.ts';

/** What the rows of a version are missed by. */
export type KnownRows = {
  /** Of the newest version so far. */
  readonly own: readonly Reading[];
  /** What that version missed itself. */
  readonly missed: readonly RowDisappeared[];
};

/**
 * Agencies that had dossiers and are not in this version; `present` are those that are. One that is missed stays so until
 * its row returns, however many versions come without it: rows that go one by one are a table that falls apart, too.
 */
export function checkMissing(
  { own, missed }: KnownRows,
  present: ReadonlySet<AgencyId>,
): readonly Finding[] {
  const had = own.flatMap((reading) => withDossiers(reading));
  const isGone = ({ agency }: RowDisappeared) => !present.has(agency);
  const gone = [...had, ...missed].filter(isGone);
  // What was taken in without them before is not refused for it again and again.
  const gross = had.some(isGone) && gone.length * 2 > had.length + missed.length;
  return gone.map((finding) => ({ ...finding, gross }));
}

/** What a version misses, by the findings kept with it. */
export function missedBy(doubts: readonly FindingReading[], id: number): readonly RowDisappeared[] {
  return doubts.flatMap(({ finding, snapshot }) =>
    finding.code === 'rowDisappeared' && snapshot.id === id ? [finding] : [],
  );
}

function withDossiers({ figure, snapshot }: Reading): readonly RowDisappeared[] {
  const { agency, counts } = figure;
  const value = counts.received ?? handled(counts) ?? 0;
  const before = { value, period: snapshot.period, asOf: snapshot.asOf };
  return value === 0 ? [] : [{ code: 'rowDisappeared', agency, before, gross: false }];
}
