import type { Agency } from '../agencies/agency.ts';
import { totalOf } from '../agencies/total-of.ts';
import { isImpossible } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import type { NoRanking } from '../queries/covered-periods.ts';
import type { Ranking } from './ranking-words.ts';

/**
 * Who counts all of those together that cannot be ranked: a document may give one row for them, and say how many of them
 * have nothing late. Null where there is none in that period.
 */
export async function wholeInstead(
  { knowledge, whom }: Ranking,
  { asked }: NoRanking,
): Promise<Agency | null> {
  const { level, within, type } = whom.among;
  if (level === 'any' || level === 'group' || type !== null) return null;
  if (asked === null || isImpossible(asked)) return null;
  const total = totalOf(knowledge.directory, { level, within });
  if (total === null) return null;
  const readings = await knowledge.snapshots.readings(total.id, periodKey(asked));
  return readings.length === 0 ? null : total;
}
