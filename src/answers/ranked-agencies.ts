import type { Agency, Directory, Level } from '../agencies/agency.ts';
import { leavesOf, membersOf } from '../agencies/members.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Among, Slots } from '../dialogue/question.ts';
import { defaultRankingLevel } from '../queries/default-ranking-level.ts';
import type { Knowledge } from '../queries/knowledge.ts';

/** Whom a ranking is over. */
export type RankedAgencies = {
  readonly agencies: readonly Agency[];
  readonly among: Among;
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
  const among = allOf(slots, named) ?? (await amongAround(knowledge, named, period));
  const isChosen = slots.among === null && named === null;
  return {
    agencies: agenciesOf(directory, among),
    among,
    instead:
      isChosen || isOfProvince(among)
        ? COMPARED_LEVELS.filter((level) => level !== among.level)
        : [],
  };
}

/** Those that were said; every unit where only a number or a value was. */
function allOf({ among, only, by, metric }: Slots, named: Agency | null): Among | null {
  if (among !== null) return among;
  const isOpen = named === null || named.level === 'province';
  const isOfNumbers = metric === 'dossiers' || (by !== null && by !== 'rate');
  return isOpen && (only !== null || isOfNumbers) ? ANY : null;
}

const ANY: Among = { level: 'any', type: null, within: null };

function isOfProvince({ level, within }: Among): boolean {
  return level === 'any' && within === null;
}

function agenciesOf(directory: Directory, among: Among): readonly Agency[] {
  const { level, type, within } = among;
  if (level === 'any') return leavesOf(directory, within ?? directory.province.id);
  if (level === 'group' && within === null) return blocksOf(directory);
  return membersOf(directory, { level, type, within, during: null });
}

/** The totals that the province is made up of. */
function blocksOf(directory: Directory): readonly Agency[] {
  return directory.children(directory.province.id).filter(({ level }) => level === 'group');
}

/** The levels leaders compare. */
const COMPARED_LEVELS: readonly Level[] = ['district', 'department', 'commune'];

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
