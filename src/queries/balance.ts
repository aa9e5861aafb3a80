import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { dayOf } from '../clock.ts';
import type { IndexScore } from '../figures/index-score.ts';
import { overdueTotal, unaccounted } from '../figures/rate.ts';
import type { Reading } from '../snapshots/store.ts';
import { choosePeriod } from './choose-period.ts';
import { countedUnits, type CountedUnits } from './counted-units.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst } from './newest.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import { remarksOn } from './remarks.ts';
import { type Restated, restatedCounts } from './restatement.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** The full balance of an agency's dossiers in a period. */
export type BalanceAnswer = {
  readonly kind: 'balance';
  readonly agency: Agency;
  readonly period: Period;
  readonly reading: Reading;
  readonly overdue: number | null;
  /** received - resolved - pending: dossiers the table does not place; null if it cannot be known. */
  readonly unaccounted: number | null;
  /** What the document is to be doubted for, in words. */
  readonly remarks: readonly IndexScore[];
  /** What does not fit together in the row. */
  readonly doubts: readonly Doubt[];
  readonly timeliness: Timeliness;
  /** Of a counted total; null for all others. */
  readonly units: CountedUnits | null;
  /** What the table said before it was changed; null if it never was. */
  readonly restated: Restated<Reading> | null;
  /** Further periods with figures, newest first. */
  readonly otherPeriods: readonly Period[];
};

/** Answers /ho-so. */
export async function askBalance(
  knowledge: Knowledge,
  question: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<BalanceAnswer | NoFigures> {
  const { agency } = question;
  const readings = await knowledge.snapshots.readings(agency.id);
  const choice = choosePeriod(
    newestFirst(readings).map((reading) => ({
      key: reading.snapshot.period,
      scope: reading.snapshot.scope,
      reading,
    })),
    question.period,
    dayOf(knowledge.clock.now()),
  );
  if (choice.kind === 'none') return noFigures(knowledge, agency, choice);
  const { reading } = choice.found;
  return {
    kind: 'balance',
    agency,
    period: choice.period,
    reading,
    overdue: overdueTotal(reading.figure.counts),
    unaccounted: unaccounted(reading.figure.counts),
    remarks: await remarksOn(knowledge, agency, reading.snapshot),
    doubts: await doubtsAbout(knowledge, [{ agency, snapshot: reading.snapshot }]),
    units: await countedUnits(knowledge, agency, reading.snapshot),
    timeliness: timelinessOf(knowledge, [reading.snapshot], {
      isPeriodNamed: question.period !== null,
    }),
    restated: await restatedCounts(knowledge, reading),
    otherPeriods: choice.others,
  };
}
