import type { Agency } from '../agencies/agency.ts';
import {
  asPeriod,
  type CalendarPeriod,
  calendarPeriodBefore,
} from '../calendar/calendar-period.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import {
  type GroupScore,
  groupsByLoss,
  type IndexScore,
  movements,
  printedTotal,
  sumOfGroups,
  unlikeScores,
  type UnlikeScores,
} from '../figures/index-score.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { chooseIndexPeriod, indexPeriodMeant, indexPeriods } from './index-periods.ts';
import { amongUnits, type IndexPlace, type UnitIndex, unitsIn } from './index-units.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst } from './newest.ts';
import { type NoFigures, noFigures } from './no-figures.ts';
import type { Restated } from './restatement.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** Whose index is asked for, and of when; `period` null = the newest month that is over. */
export type IndexQuestion = {
  readonly agency: Agency;
  readonly period: PeriodAsked | null;
};

/** The index of an agency in one period of the calendar, by its groups. Points are hundredths. */
export type IndexAnswer = {
  readonly kind: 'index';
  readonly agency: Agency;
  readonly period: CalendarPeriod;
  readonly reading: StatementReading;
  /** As published, or else the sum of the groups; null if one of them is missing. */
  readonly total: number | null;
  /** The sum of the groups where it is another than the total that is published. */
  readonly otherSum: number | null;
  /** Published by the portal itself; false = added up here. */
  readonly isPublished: boolean;
  /** Largest loss first. */
  readonly groups: readonly GroupScore[];
  readonly before: IndexBefore | null;
  /** Of the province: its units, lowest total first. */
  readonly units: readonly UnitIndex[];
  /** Of a unit: its place among those of its level, the highest total first; null where it has none. */
  readonly place: IndexPlace | null;
  readonly timeliness: Timeliness;
  readonly restated: Restated<StatementReading> | null;
  /** Further periods with figures, newest first. */
  readonly otherPeriods: readonly CalendarPeriod[];
};

/** The period just before: by how much it changed, or why that cannot be said. */
export type IndexBefore = {
  readonly period: CalendarPeriod;
  readonly unlike: readonly UnlikeScores[];
  /** Null when they are unlike, or a total is missing. */
  readonly points: number | null;
  /** By group, greatest movement first; empty when they are unlike. */
  readonly groups: ReturnType<typeof movements>;
};

/** Rounding six groups moves their sum by so much at most. */
const ROUNDING = 3;

/** Answers /chi-so by the index that the national portal publishes. */
export async function askIndex(
  knowledge: Knowledge,
  { agency, period }: IndexQuestion,
): Promise<IndexAnswer | NoFigures> {
  const readings = newestFirst(await knowledge.snapshots.statements(agency.id, 'serviceIndex'));
  const periods = indexPeriods(readings);
  const wanted = chooseIndexPeriod(periods, period, dayOf(knowledge.clock.now()));
  const reading = wanted === null ? undefined : readingIn(readings, wanted);
  if (wanted === null || reading === undefined) {
    return missing(knowledge, { agency, period }, periods);
  }
  const scores = scoresOf(reading);
  const sum = sumOfGroups(scores);
  const printed = printedTotal(scores);
  const isOff = printed !== null && sum !== null && Math.abs(printed - sum) > ROUNDING;
  return {
    kind: 'index',
    agency,
    period: wanted,
    reading,
    total: printed ?? sum,
    otherSum: isOff ? sum : null,
    isPublished: printed !== null,
    groups: groupsByLoss(scores),
    before: comparedWithBefore(readings, reading, wanted),
    ...amongUnits(agency, await unitsIn(knowledge, wanted)),
    timeliness: timelinessOf(knowledge, [reading.snapshot], { isPeriodNamed: period !== null }),
    restated: await restatedIndex(knowledge, reading),
    otherPeriods: periods.filter((one) => one !== wanted),
  };
}

function scoresOf({ statement }: StatementReading): readonly IndexScore[] {
  return statement.scores ?? [];
}

function readingIn(
  readings: readonly StatementReading[],
  period: CalendarPeriod,
): StatementReading | undefined {
  const key = periodKey(asPeriod(period));
  return readings.find(({ snapshot }) => snapshot.period === key);
}

function missing(
  knowledge: Knowledge,
  { agency, period: asked }: IndexQuestion,
  periods: readonly CalendarPeriod[],
): Promise<NoFigures> {
  return noFigures(knowledge, agency, {
    kind: 'none',
    asked: asked === null ? null : indexPeriodMeant(asked, periods, dayOf(knowledge.clock.now())),
    available: periods.map(asPeriod),
  });
}

/** Only whole periods are compared: a running one grows. */
function comparedWithBefore(
  readings: readonly StatementReading[],
  now: StatementReading,
  period: CalendarPeriod,
): IndexBefore | null {
  const earlier = calendarPeriodBefore(period);
  const before = readingIn(readings, earlier);
  const areWhole = [now, before].every((one) => one === undefined || reachesEnd(one));
  if (before === undefined || !areWhole) return null;
  const [then, since] = [scoresOf(before), scoresOf(now)];
  const unlike = unlikeScores(then, since);
  const totals = [before.statement.rate, now.statement.rate] as const;
  const [was, is] = totals;
  const isKnown = unlike.length === 0 && was !== null && is !== null;
  return {
    period: earlier,
    unlike,
    points: isKnown ? is - was : null,
    groups: isKnown ? movements(then, since).filter(({ points }) => points !== 0) : [],
  };
}

/** Whether the figures reach the end of their period: those of a running one grow. */
export function reachesEnd({ snapshot }: StatementReading): boolean {
  return snapshot.asOf.equals(parsePeriodKey(snapshot.period).to);
}

/** What was said before the scores of a period that was over were computed anew; null if they never were. */
async function restatedIndex(
  { snapshots }: Knowledge,
  now: StatementReading,
): Promise<Restated<StatementReading> | null> {
  const { agency, metric } = now.statement;
  const earlier = await snapshots.replacedStatements(now.snapshot.id, { agency, metric });
  const said = JSON.stringify(scoresOf(now));
  const before = earlier.find((one) => JSON.stringify(scoresOf(one)) !== said);
  return before === undefined ? null : { now, before };
}
