import type { Agency } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { Finding } from '../snapshots/finding.ts';
import type { SnapshotHead, SnapshotId } from '../snapshots/snapshot.ts';
import type { FindingReading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Knowledge } from './knowledge.ts';

/** A figure that an answer shows: whose, and of which table. */
export type Shown = { readonly agency: Agency; readonly snapshot: SnapshotHead };

/** What is to be doubted of a figure that is shown. */
export type Doubt = {
  readonly agency: Agency;
  readonly period: Period;
  readonly finding: Finding;
};

/**
 * What does not fit together in the figures that an answer shows, in the order in which it shows them: each answer says
 * it of its own figures, and of nothing else in their tables.
 */
export async function doubtsAbout(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  shown: readonly Shown[],
): Promise<readonly Doubt[]> {
  const ids = new Set(shown.map(({ snapshot }) => snapshot.id));
  const found = new Map<SnapshotId, readonly FindingReading[]>();
  for (const id of ids) found.set(id, await snapshots.doubts(id));
  const doubts = shown.flatMap(({ agency, snapshot }) =>
    (found.get(snapshot.id) ?? [])
      .filter(({ finding }) => finding.agency === agency.id)
      .map(({ finding }) => ({ agency, period: parsePeriodKey(snapshot.period), finding })),
  );
  // A finding between two tables that are both shown is one finding.
  return uniqueBy(doubts, ({ finding }) => withoutSides(finding));
}

function withoutSides(finding: Finding): string {
  if (finding.code === 'carriedOverDiffers') {
    return [finding.code, finding.agency, finding.into, finding.outOf].join(' ');
  }
  if (finding.code !== 'sourcesDisagree') return JSON.stringify(finding);
  const { code, agency, column, here, there } = finding;
  return [code, agency, column, Math.min(here, there), Math.max(here, there)].join(' ');
}
