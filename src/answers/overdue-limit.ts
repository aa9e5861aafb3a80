import type { Level } from '../agencies/agency.ts';
import type { Limit } from '../figures/limit.ts';
import type { Knowledge } from '../queries/knowledge.ts';

/** The mildest limit on overdue rates for a level in a reporting year: the line drawn in charts; null if there is none. */
export function overdueLimit(knowledge: Knowledge, level: Level, year: number): Limit | null {
  return knowledge.targets.limitsOn({ subject: 'overdue', level, year })[0] ?? null;
}
