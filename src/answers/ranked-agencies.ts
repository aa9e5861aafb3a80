import type { Agency, Level } from '../agencies/agency.ts';
import { leavesOf, membersOf } from '../agencies/members.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Among, Slots } from '../dialogue/question.ts';
import { defaultRankingLevel } from '../queries/default-ranking-level.ts';
import type { Knowledge } from '../queries/knowledge.ts';

/** Whom a ranking is over. */
export type RankedAgencies = {
  readonly agencies: readonly Agency[];
  /** Null: every unit of the province that reports for itself. */
  readonly among: Among | null;
  /** Levels that could have been meant too, because none was said. */
  readonly instead: readonly Level[];
};

/**
 * The agencies to put in order. Where no level is said, rates are ranked within one level (a department is no peer of
 * a district); numbers, and those beyond a value, are told of every unit, or the one looked for might be left out.
 */
export async function rankedAgencies(
  knowledge: Knowledge,
  slots: Slots,
  { named, period }: { readonly named: Agency | null; readonly period: PeriodAsked | null },
): Promise<RankedAgencies> {
  const { directory } = knowledge;
  const isOpen = slots.among === null && (named === null || named.level === 'province');
  if (isOpen && (slots.only !== null || isOfNumbers(slots))) {
    const agencies = leavesOf(directory, directory.province.id);
    return { agencies, among: null, instead: COMPARED_LEVELS };
  }
  const among = slots.among ?? (await amongAround(knowledge, named, period));
  const isChosen = slots.among === null && named === null;
  return {
    agencies: membersOf(directory, { ...among, during: null }),
    among,
    instead: isChosen ? COMPARED_LEVELS.filter((level) => level !== among.level) : [],
  };
}

/** The levels leaders compare. */
const COMPARED_LEVELS: readonly Level[] = ['district', 'department', 'commune'];

function isOfNumbers({ by, metric }: Slots): boolean {
  return metric === 'dossiers' || (by !== null && by !== 'rate');
}

/** No level said: an agency is ranked among its peers, a total by its members, the province by what it has. */
async function amongAround(
  knowledge: Knowledge,
  agency: Agency | null,
  period: PeriodAsked | null,
): Promise<Among> {
  if (agency === null || agency.level === 'province') {
    const level = await defaultRankingLevel(knowledge, { within: null, period });
    return { level, type: null, within: null };
  }
  if (agency.level === 'group') {
    const { id: within, memberLevel } = agency;
    const level = memberLevel ?? (await defaultRankingLevel(knowledge, { within, period }));
    return { level, type: null, within };
  }
  const within = agency.level === 'commune' ? agency.parent : null;
  return { level: agency.level, type: null, within };
}
