import type { AgencyId } from '../agencies/agency.ts';
import type { Reading, SnapshotStore } from '../snapshots/store.ts';
import { FIGURE_COLUMNS, figureFrom } from './figure-rows.ts';
import type { Reader } from './reading-moment.ts';
import type { Versions, VersionsAndHeads } from './versions.ts';

/*
 * `= +?` everywhere: bound to a bare `= ?` on an indexed column, SQLite (built with STAT4) plans the whole
 * statement again for every new value, which takes ten times as long as running it.
 */

/** The questions in SQL, over the tables of versions as they are or as they were. */
function sqlOver({ series, snapshots }: Versions) {
  const current = `select ${FIGURE_COLUMNS} from ${series} s cross join figures f on f.snapshot = s.current`;
  const byPeriod = `order by s.period_end desc,
    (select as_of from snapshots where id = f.snapshot) desc, f.snapshot desc`;
  return {
    everyPeriod: `${current} and f.field = '' and f.agency = +? ${byPeriod}`,
    // Not sorted here but in `readings`: nearly always there is one row, and SQLite's sorter costs a fifth of the time.
    onePeriod: `${current} and f.field = '' and f.agency = +? where s.period = +?`,
    byField: `${current} and f.field <> '' and f.agency = +? where s.period = +?
      ${byPeriod}, f.field`,
    // Every agency of the snapshot: they lie side by side, and to leave some out later is cheaper than a seek for each.
    allAgencies: `${current} and f.field = '' where s.period = +? and s.scope = +?`,
    history: `select ${FIGURE_COLUMNS}
      from series s cross join ${snapshots} v on v.series = s.id
      cross join figures f on f.snapshot = v.id and f.field = '' and f.agency = +?
      where s.period = +? order by v.as_of, v.id`,
    asOf: `select ${FIGURE_COLUMNS}
      from series s cross join figures f on f.snapshot = (
          select v.id from ${snapshots} v where v.series = s.id and v.as_of <= +?
          order by v.as_of desc, v.id desc limit 1)
        and f.field = '' and f.agency = +?
      where s.period = +?`,
    replaced: `select ${FIGURE_COLUMNS}
      from snapshots c cross join snapshots v
        on v.series = c.series and v.as_of = c.as_of and v.id < c.id
      cross join figures f on f.snapshot = v.id and f.field = '' and f.agency = +?
      where c.id = +? order by v.id desc`,
  };
}

type FigureQueries = Pick<
  SnapshotStore,
  'readings' | 'fieldReadings' | 'readingsOf' | 'history' | 'readingsAsOf' | 'replacedReadings'
>;

/** The questions of `SnapshotStore` that are answered by figures. */
export function figureQueries(
  reader: Reader,
  { headOf, versions }: VersionsAndHeads,
): FigureQueries {
  const questions = sqlOver(versions);
  const raw = (sql: string) => reader.cells(sql);
  const everyPeriod = raw(questions.everyPeriod);
  const onePeriod = raw(questions.onePeriod);
  const byField = raw(questions.byField);
  const allAgencies = raw(questions.allAgencies);
  const history = raw(questions.history);
  const asOf = raw(questions.asOf);
  const replaced = raw(questions.replaced);

  const reading = (row: readonly unknown[], agency: AgencyId): Reading => ({
    figure: figureFrom(row, agency),
    snapshot: headOf(row[0]),
  });

  return {
    readings: async (agency, period) => {
      const rows = period === undefined ? everyPeriod.all(agency) : onePeriod.all(agency, period);
      const found = rows.map((row) => reading(row, agency));
      return period === undefined || found.length < 2 ? found : found.sort(newestFirst);
    },
    fieldReadings: async (agency, period) =>
      byField.all(agency, period).map((row) => reading(row, agency)),
    history: async (agency, period) =>
      history.all(agency, period).map((row) => reading(row, agency)),
    readingsAsOf: async (agency, { period, day }) =>
      asOf
        .all(day.toString(), agency, period)
        .map((row) => reading(row, agency))
        .sort(newestFirst),
    replacedReadings: async (by, agency) =>
      replaced.all(agency, by).map((row) => reading(row, agency)),
    readingsOf: async (agencies, { period, scope }) => {
      // An id found among those asked for is an AgencyId again, without parsing it.
      const asked = new Map<unknown, AgencyId>(agencies.map((agency) => [agency, agency]));
      return allAgencies.all(period, scope).flatMap((row) => {
        const agency = asked.get(row[1]);
        return agency === undefined ? [] : reading(row, agency);
      });
    },
  };
}

/** Of one period: by the last day covered, then by the order of storing. */
function newestFirst({ snapshot: a }: Reading, { snapshot: b }: Reading): number {
  return Temporal.PlainDate.compare(b.asOf, a.asOf) || b.id - a.id;
}
