import type { AgencyId, Level } from '../agencies/agency.ts';
import { membersOf } from '../agencies/members.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { choosePeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';

/** The kinds of agencies that can be ranked, those a leader looks at first before the others. */
const LEVELS: readonly Level[] = ['district', 'commune', 'department', 'branch', 'verticalSector'];

/**
 * What is ranked when nobody says it: the first level that had at least two members in the period asked for, or in
 * that of the newest figures; a province without districts has its communes ranked.
 */
export async function defaultRankingLevel(
  { directory, snapshots, clock }: Knowledge,
  asked: { readonly within: AgencyId | null; readonly period: PeriodAsked | null },
): Promise<Level> {
  const heads = await snapshots.heads();
  const covered = heads.map(({ period }) => ({ key: period }));
  const choice = choosePeriod(covered, asked.period, dayOf(clock.now()));
  const during = choice.kind === 'chosen' ? choice.period : choice.asked;
  const { within } = asked;
  const isRankable = (level: Level) => membersOf(directory, { level, within, during }).length > 1;
  return LEVELS.find(isRankable) ?? 'district';
}
