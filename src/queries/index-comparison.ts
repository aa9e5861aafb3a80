import type { Agency } from '../agencies/agency.ts';
import { asPeriod, type CalendarPeriod } from '../calendar/calendar-period.ts';
import type { ImpossiblePeriod, Period, PeriodAsked } from '../calendar/period.ts';
import { type UnlikeScores, unlikeScores } from '../figures/index-score.ts';
import { askIndex, type IndexAnswer, reachesEnd } from './index-answer.ts';
import { indexPeriods } from './index-periods.ts';
import type { Knowledge } from './knowledge.ts';
import { impossibleIn, pairsOf, periodOf, type SideOf, type SidesAsked } from './sides.ts';

/** An agency in a period of the calendar; `found` null = no index. */
export type IndexSide = SideOf<IndexAnswer>;

/** What keeps two indices apart, beside what their scores say: periods of other lengths, or one that still runs. */
type UnlikeIndices = UnlikeScores | 'length' | 'part';

/** A side held against the first that it is best seen beside. */
type IndexHeld = {
  readonly side: IndexSide;
  readonly base: IndexSide;
  readonly unlike: readonly UnlikeIndices[];
  /** Hundredths of a point; null if one has no total or they are not alike. */
  readonly points: number | null;
};

/** Sides in the order asked, every agency in every period. */
export type IndexComparison = {
  readonly sides: readonly IndexSide[];
  readonly held: readonly IndexHeld[];
  /** The period asked for cannot be; null if it can. */
  readonly impossible: ImpossiblePeriod | null;
};

/** Sets the portal's index of agencies or periods side by side; without a period in the newest that all have. */
export async function compareIndices(
  knowledge: Knowledge,
  question: SidesAsked,
): Promise<IndexComparison> {
  const { agencies, isPaired = false } = question;
  const periods =
    question.periods.length > 0 ? question.periods : [await commonPeriod(knowledge, agencies)];
  const sides = await Promise.all(
    agencies.flatMap((agency, at) =>
      periods
        .filter((_, nth) => !isPaired || nth === at)
        .map((period) => sideOf(knowledge, agency, period)),
    ),
  );
  return { sides, held: pairsOf(sides).map(heldAgainst), impossible: impossibleIn(question) };
}

async function commonPeriod(
  { snapshots }: Knowledge,
  agencies: readonly Agency[],
): Promise<PeriodAsked | null> {
  const all = await Promise.all(
    agencies.map(async ({ id }) => indexPeriods(await snapshots.statements(id, 'serviceIndex'))),
  );
  const [first = [], ...others] = all;
  const common = first.find((one) =>
    others.every((periods) => periods.some(({ from, to }) => isSame(one, { from, to }))),
  );
  return common === undefined ? null : { kind: 'range', from: common.from, to: common.to };
}

type Days = Pick<CalendarPeriod, 'from' | 'to'>;

function isSame(a: Days, b: Days): boolean {
  return a.from.equals(b.from) && a.to.equals(b.to);
}

async function sideOf(
  knowledge: Knowledge,
  agency: Agency,
  asked: PeriodAsked | null,
): Promise<IndexSide> {
  const found = await askIndex(knowledge, { agency, period: asked });
  if (found.kind === 'index') {
    const period: Period = asPeriod(found.period);
    return { agency, period, found, available: found.otherPeriods.map(asPeriod) };
  }
  return { agency, period: periodOf(found.asked), found: null, available: found.available };
}

function heldAgainst({
  side,
  base,
}: {
  readonly side: IndexSide;
  readonly base: IndexSide;
}): IndexHeld {
  const [a, b] = [base.found, side.found];
  if (a === null || b === null) return { side, base, unlike: [], points: null };
  const unlike = unlikeIndices(a, b);
  const isKnown = unlike.length === 0 && a.total !== null && b.total !== null;
  return { side, base, unlike, points: isKnown ? b.total - a.total : null };
}

function unlikeIndices(a: IndexAnswer, b: IndexAnswer): readonly UnlikeIndices[] {
  const isOnePeriod = isSame(a.period, b.period);
  const runs = [a, b].some(({ reading }) => !reachesEnd(reading));
  const then = a.reading.statement.scores ?? [];
  const since = b.reading.statement.scores ?? [];
  return [
    ...(a.period.unit === b.period.unit ? [] : (['length'] as const)),
    ...(runs && !isOnePeriod ? (['part'] as const) : []),
    ...unlikeScores(then, since),
  ];
}
