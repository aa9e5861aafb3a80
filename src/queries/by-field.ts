import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { type AskedField, askedField, askedFirst, type ByField } from './asked-field.ts';
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
  /** The field that was asked about; null when all were. */
  readonly asked: AskedField | null;
  readonly timeliness: Timeliness;
  /** Tables that were corrected; which of their fields, only the tables tell. */
  readonly restated: readonly Restated<SnapshotHead>[];
  /** What does not fit together in the rows of the agency. */
  readonly doubts: readonly Doubt[];
};

/**
 * Answers /linh-vuc: the newest period that has figures by field (of the field asked about, if any has), unless another
 * period is asked for. The field asked about comes first.
 */
export async function askFields(
  knowledge: Knowledge,
  question: {
    readonly agency: Agency;
    readonly period: PeriodAsked | null;
    /** A field as typed; null for all. */
    readonly field: string | null;
  },
): Promise<FieldsAnswer | NoFigures> {
  const { agency, field } = question;
  const all = await knowledge.snapshots.heads();
  const keys = new Set(all.map(({ period }) => period));
  const found = await Promise.all([...keys].map((key) => fieldsIn(knowledge, agency, key)));
  const choice = choosePeriod(
    worthChoosing(found, question),
    question.period,
    dayOf(knowledge.clock.now()),
  );
  if (choice.kind === 'none') return noFigures(knowledge, agency, choice);
  const { readings, statements } = choice.found;
  const asked = field === null ? null : askedField(field, choice.found);
  const heads = [...readings, ...statements].map(({ snapshot }) => snapshot);
  return {
    kind: 'fields',
    agency,
    period: choice.period,
    fields: askedFirst(
      readings.map(fieldRate).toSorted(worstFirst),
      asked,
      ({ field: name }) => name,
    ),
    statements: askedFirst(statements, asked, ({ statement }) => statement.field),
    asked,
    timeliness: timelinessOf(knowledge, heads, { isPeriodNamed: question.period !== null }),
    restated: await restatedTables(knowledge, heads),
    doubts: await doubtsAbout(
      knowledge,
      heads.map((snapshot) => ({ agency, snapshot })),
    ),
  };
}

/** Where no period is asked for, those that have the field go before newer ones without it. */
function worthChoosing<In extends ByField>(
  found: readonly In[],
  { field, period }: { readonly field: string | null; readonly period: PeriodAsked | null },
): readonly In[] {
  const known = found.filter(({ readings, statements }) => readings.length + statements.length > 0);
  if (field === null || period !== null) return known;
  const having = known.filter((one) => askedField(field, one).names.size > 0);
  return having.length > 0 ? having : known;
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
