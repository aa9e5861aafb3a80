import type { AgencyId, Level } from '../agencies/agency.ts';
import { membersOf } from '../agencies/members.ts';
import { type PeriodAsked, type PeriodKey, isImpossible } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { uniqueBy } from '../unique-by.ts';
import { byStanding, choosePeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { periodOf } from './sides.ts';

/** The kinds of agencies that can be ranked, those a leader looks at first before the others. */
const LEVELS: readonly Level[] = ['district', 'commune', 'department', 'branch', 'verticalSector'];

type Table = { readonly key: PeriodKey; readonly scope: string };

/**
 * What is ranked when nobody says it: the first level of which at least two members have figures in the period asked
 * for, or in the newest table that has such figures at all; a province without districts has its communes ranked.
 */
export async function defaultRankingLevel(
  knowledge: Knowledge,
  asked: { readonly within: AgencyId | null; readonly period: PeriodAsked | null },
): Promise<Level> {
  const heads = await knowledge.snapshots.heads();
  const tables = uniqueBy(
    heads.map(({ period, scope }) => ({ key: period, scope })),
    ({ key, scope }) => `${key} ${scope}`,
  );
  // In a period that cannot be nobody has figures: it is of whom there are any that is told then.
  const period = isImpossible(asked.period) ? null : asked.period;
  const choice = choosePeriod(tables, period, dayOf(knowledge.clock.now()));
  const named = choice.kind === 'chosen' ? choice.found.key : null;
  const looked = period === null ? tables : tables.filter(({ key }) => key === named);
  for (const table of looked.toSorted(byStanding)) {
    const level = await levelIn(knowledge, asked.within, table);
    if (level !== null) return level;
  }
  const during = choice.kind === 'chosen' ? choice.period : periodOf(choice.asked);
  const isRankable = (level: Level) =>
    membersOf(knowledge.directory, { level, within: asked.within, during }).length > 1;
  return LEVELS.find(isRankable) ?? 'district';
}

/** The first level of which a table has figures of two members. */
async function levelIn(
  { directory, snapshots }: Knowledge,
  within: AgencyId | null,
  { key, scope }: Table,
): Promise<Level | null> {
  const during = parsePeriodKey(key);
  const levels = LEVELS.map((level) => ({
    level,
    ids: membersOf(directory, { level, within, during }).map(({ id }) => id),
  }));
  const all = levels.flatMap(({ ids }) => ids);
  const readings = await snapshots.readingsOf(all, { period: key, scope });
  const known = new Set(readings.map(({ figure }) => figure.agency));
  const found = levels.find(({ ids }) => ids.filter((id) => known.has(id)).length > 1);
  return found?.level ?? null;
}
