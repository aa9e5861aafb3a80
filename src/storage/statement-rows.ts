import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { PeriodKey } from '../calendar/period.ts';
import { IndexScore } from '../figures/index-score.ts';
import { FormulaId, Metric } from '../figures/metric.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import type { SnapshotStore, StatementReading } from '../snapshots/store.ts';
import { jsonOf } from './json-column.ts';
import type { Reader } from './reading-moment.ts';
import type { VersionsAndHeads } from './versions.ts';

/** Stores one statement, with the values of `statementValues`. */
export const INSERT_STATEMENT = `insert into statements (snapshot, agency, position, field, metric, rate,
    numerator, denominator, amount_vnd, formula, changes, place, scores)
  values (:snapshot, :agency, :position, :field, :metric, :rate,
    :numerator, :denominator, :amountVnd, :formula, :changes, :place, :scores)`;

const StatementRow = z.object({
  snapshot: z.unknown(),
  agency: AgencyId,
  field: z.string().nullable(),
  metric: Metric,
  rate: z.int().nullable(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  amount_vnd: z.int().nullable(),
  formula: FormulaId.nullable(),
  changes: jsonOf(z.array(z.strictObject({ against: PeriodKey, points: z.int() }))),
  place: z.string().nullable(),
  scores: jsonOf(z.array(IndexScore)).nullable(),
});

const NEWEST_FIRST = `order by s.period_end desc,
  (select as_of from snapshots where id = t.snapshot) desc, t.snapshot desc, t.position`;

const REPLACED = `select t.*
  from snapshots c cross join snapshots v on v.series = c.series and v.as_of = c.as_of and v.id < c.id
  cross join statements t on t.snapshot = v.id and t.agency = +?
  where c.id = +? and t.metric = +? and t.field is null order by v.id desc, t.position`;

/** The named values of one row. */
export function statementValues(snapshot: number, position: number, statement: Statement) {
  const { changes, scores } = statement;
  return {
    ...statement,
    snapshot,
    position,
    changes: JSON.stringify(changes),
    scores: scores === undefined ? null : JSON.stringify(scores),
  };
}

/** The questions of `SnapshotStore` that are answered by statements. */
export function statementQueries(
  reader: Reader,
  { headOf, versions }: VersionsAndHeads,
): Pick<SnapshotStore, 'statements' | 'statementsOn' | 'fieldStatements' | 'replacedStatements'> {
  const current = `select t.* from ${versions.series} s cross join statements t on t.snapshot = s.current`;
  const prepare = (where: string) =>
    reader.question(`${current} and t.agency = +? where ${where} ${NEWEST_FIRST}`);
  const onMetric = prepare('t.field is null and t.metric = +?');
  const onMetricIn = prepare('t.field is null and t.metric = +? and s.period = +?');
  const ofAllAgencies = reader.question(
    `${current} where s.period = +? and t.metric = +? and t.field is null`,
  );
  const byField = prepare('t.field is not null and s.period = +?');
  const replaced = reader.question(REPLACED);

  const readingsFrom = (rows: readonly unknown[]): readonly StatementReading[] =>
    rows.map((row) => {
      const { snapshot, amount_vnd, scores, ...statement } = StatementRow.parse(row);
      return {
        statement: {
          ...statement,
          amountVnd: amount_vnd,
          ...(scores === null ? {} : { scores }),
        },
        snapshot: headOf(snapshot),
      };
    });

  return {
    statements: async (agency, metric, period) => {
      const rows =
        period === undefined
          ? onMetric.all(agency, metric)
          : onMetricIn.all(agency, metric, period);
      return readingsFrom(rows);
    },
    statementsOn: async (metric, period) => readingsFrom(ofAllAgencies.all(period, metric)),
    replacedStatements: async (by, { agency, metric }) =>
      readingsFrom(replaced.all(agency, by, metric)),
    fieldStatements: async (agency, period) => readingsFrom(byField.all(agency, period)),
  };
}
