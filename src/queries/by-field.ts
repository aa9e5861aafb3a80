import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { choosePeriod } from './choose-period.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { newestOfEach } from './newest.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { type RateState, computedRate } from './rate.ts';
import { type Restated, restatedTables } from './restatement.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** A field of work with its rate; `state` null = its counts give none. */
export type FieldRate = {
  readonly field: string;
  readonly state: RateState | null;
  readonly overdue: number | null;
  readonly reading: Reading;
};

/** The fields of work of an agency in a period, worst first; statements where only a rate was published. */
export type FieldsAnswer = {
  readonly kind: 'fields';
  readonly agency: Agency;
  readonly period: Period;
  readonly fields: readonly FieldRate[];
  readonly statements: readonly StatementReading[];
  readonly timeliness: Timeliness;
  /** Tables that were corrected; which of their fields, only the tables tell. */
  readonly restated: readonly Restated<SnapshotHead>[];
  /** What does not fit together in the rows of the agency. */
  readonly doubts: readonly Doubt[];
};

/** Answers /linh-vuc: the newest period that has figures by field, unless another is asked for. */
export async function askFields(
  knowledge: Knowledge,
  question: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<FieldsAnswer | NoFigures> {
  const { agency } = question;
  const all = await knowledge.snapshots.heads();
  const keys = new Set(all.map(({ period }) => period));
  const found = await Promise.all([...keys].map((key) => fieldsIn(knowledge, agency, key)));
  const choice = choosePeriod(
    found.filter(({ readings, statements }) => readings.length + statements.length > 0),
    question.period,
    dayOf(knowledge.clock.now()),
  );
  if (choice.kind === 'none') return noFigures(knowledge, agency, choice);
  const { readings, statements } = choice.found;
  const fields = readings.map(fieldRate).toSorted(worstFirst);
  const heads = [...readings, ...statements].map(({ snapshot }) => snapshot);
  return {
    kind: 'fields',
    agency,
    period: choice.period,
    fields,
    statements,
    timeliness: timelinessOf(knowledge, heads, { isPeriodNamed: question.period !== null }),
    restated: await restatedTables(knowledge, heads),
    doubts: await doubtsAbout(
      knowledge,
      heads.map((snapshot) => ({ agency, snapshot })),
    ),
  };
}

/** The fields of an agency in a period, each once: by its newest table, or the newest document that states it. */
async function fieldsIn({ snapshots }: Knowledge, agency: Agency, key: PeriodKey) {
  const statements = await snapshots.fieldStatements(agency.id, key);
  return {
    key,
    readings: newestOfEach(
      await snapshots.fieldReadings(agency.id, key),
      ({ figure }) => figure.field ?? '',
    ),
    statements: newestOfEach(
      statements.filter(({ statement }) => statement.metric === 'overdue'),
      ({ statement }) => statement.field ?? '',
    ),
  };
}

function fieldRate(reading: Reading): FieldRate {
  return {
    field: reading.figure.field ?? '',
    state: computedRate('overdue', reading),
    overdue: overdueTotal(reading.figure.counts),
    reading,
  };
}

function worstFirst(a: FieldRate, b: FieldRate): number {
  const rateOf = ({ state }: FieldRate) => (state?.kind === 'rate' ? state.rate.hundredths : -1);
  return rateOf(b) - rateOf(a) || (b.overdue ?? 0) - (a.overdue ?? 0);
}
