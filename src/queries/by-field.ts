import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { choosePeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { type RateState, computedRate } from './rate.ts';

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
};

/** Answers /linh-vuc: the newest period that has figures by field, unless another is asked for. */
export async function askFields(
  knowledge: Knowledge,
  question: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<FieldsAnswer | NoFigures> {
  const { agency } = question;
  const heads = await knowledge.snapshots.heads();
  const keys = [...new Set(heads.map(({ period }) => period))];
  const found = await Promise.all(
    keys.map(async (key) => ({
      key,
      readings: await knowledge.snapshots.fieldReadings(agency.id, key),
      statements: (await knowledge.snapshots.fieldStatements(agency.id, key)).filter(
        ({ statement }) => statement.metric === 'overdue',
      ),
    })),
  );
  const covered = found.filter(
    ({ readings, statements }) => readings.length + statements.length > 0,
  );
  const available = covered.map(({ key }) => key);
  const choice = choosePeriod(available, question.period, dayOf(knowledge.clock.now()));
  const chosen =
    choice.kind === 'chosen' ? covered.find(({ key }) => key === choice.key) : undefined;
  if (choice.kind === 'none' || chosen === undefined) {
    return noFigures(knowledge, agency, { choice, keys: available });
  }
  const fields = chosen.readings.map(fieldRate).toSorted(worstFirst);
  return { kind: 'fields', agency, period: choice.period, fields, statements: chosen.statements };
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
