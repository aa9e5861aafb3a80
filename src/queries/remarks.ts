import type { Agency } from '../agencies/agency.ts';
import type { IndexScore } from '../figures/index-score.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Knowledge } from './knowledge.ts';

/** What is to be known of the counts of an agency in a document, in words: slips of it, and what it says spoils them. */
export async function remarksOn(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  { id }: Agency,
  snapshot: SnapshotHead | undefined,
): Promise<readonly IndexScore[]> {
  if (snapshot === undefined) return [];
  const stated = await snapshots.statements(id, 'dossiers', snapshot.period);
  return stated
    .filter((one) => one.snapshot.id === snapshot.id)
    .flatMap(({ statement }) => statement.scores ?? []);
}
