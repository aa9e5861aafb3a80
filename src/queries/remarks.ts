import type { Agency } from '../agencies/agency.ts';
import type { IndexScore } from '../figures/index-score.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { StatementReading } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';

/** Remarks are kept as statements on the number of dossiers (decision 0028). */
const REMARKED = 'dossiers';

/** Every statement of remarks on the counts of these agencies. */
export async function remarksOf(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  agencies: readonly Agency[],
): Promise<readonly (StatementReading & { readonly agency: Agency })[]> {
  const stated = await Promise.all(
    agencies.map(async (agency) => {
      const own = await snapshots.statements(agency.id, REMARKED);
      return own.map((reading) => ({ ...reading, agency }));
    }),
  );
  return stated.flat().filter(({ statement }) => (statement.scores ?? []).length > 0);
}

/** What is to be known of the counts of an agency in a document, in words: slips of it, and what it says spoils them. */
export async function remarksOn(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  { id }: Agency,
  snapshot: SnapshotHead | undefined,
): Promise<readonly IndexScore[]> {
  if (snapshot === undefined) return [];
  const stated = await snapshots.statements(id, REMARKED, snapshot.period);
  return stated
    .filter((one) => one.snapshot.id === snapshot.id)
    .flatMap(({ statement }) => statement.scores ?? []);
}
