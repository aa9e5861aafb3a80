import type { Agency } from '../agencies/agency.ts';
import { asPeriod, type CalendarPeriod } from '../calendar/calendar-period.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Knowledge } from './knowledge.ts';

/** A place among units, the highest total first. */
export type IndexPlace = { readonly rank: number; readonly of: number };

/** A unit and its total in hundredths of a point. */
export type UnitIndex = { readonly agency: Agency; readonly total: number };

/** The units that have a total in a period, lowest first. */
export async function unitsIn(
  { directory, snapshots }: Knowledge,
  period: CalendarPeriod,
): Promise<readonly UnitIndex[]> {
  const all = await snapshots.statementsOn('serviceIndex', periodKey(asPeriod(period)));
  return all
    .flatMap(({ statement: { agency, rate } }) =>
      agency === directory.province.id || rate === null
        ? []
        : [{ agency: directory.get(agency), total: rate }],
    )
    .toSorted((a, b) => a.total - b.total);
}

/** Where an agency stands: the province above its units, a unit among those of its level. */
export function amongUnits(
  { id, level }: Agency,
  units: readonly UnitIndex[],
): { readonly units: readonly UnitIndex[]; readonly place: IndexPlace | null } {
  const own = units.find(({ agency }) => agency.id === id);
  if (own === undefined) return { units: level === 'province' ? units : [], place: null };
  const peers = units.filter(({ agency }) => agency.level === level);
  const better = peers.filter(({ total }) => total > own.total);
  return { units: [], place: { rank: better.length + 1, of: peers.length } };
}
