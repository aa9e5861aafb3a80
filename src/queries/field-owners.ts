import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { Knowledge } from './knowledge.ts';

/** The agencies within one that anything is known of by field of work, in the order of the directory. */
export async function fieldOwners(
  { directory, snapshots }: Pick<Knowledge, 'directory' | 'snapshots'>,
  { id }: Agency,
): Promise<readonly Agency[]> {
  const known = new Set((await snapshots.overdueFields()).map(({ agency }) => agency));
  return belongingTo(directory, id).filter((agency) => known.has(agency.id));
}
