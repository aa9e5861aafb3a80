import type { Agency } from '../agencies/agency.ts';
import type { ImpossiblePeriod, Period, PeriodKey } from '../calendar/period.ts';
import { relativeChange } from '../figures/change.ts';
import { COUNT_NAMES, type CountName } from '../figures/counts.ts';
import { type Extent, type UnlikeExtent, unlikeExtents } from '../figures/like-for-like.ts';
import type { Metric } from '../figures/metric.ts';
import { overdueTotal } from '../figures/rate.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst } from './newest.ts';
import { pairsOf, type SideOf, type SidesAsked, sidesOf } from './sides.ts';
import { shortOf, type Timeliness, timelinessOf } from './timeliness.ts';

/** What is counted and not divided: dossiers, transactions, money in đồng. */
export type AmountName = CountName | 'overdueTotal' | 'transactions' | 'amountVnd';

/** Metrics of which amounts are known, and which: in the order they are shown. */
const NAMES = {
  dossiers: ['received', 'resolved', 'pending', 'overdueTotal'],
  onlinePayment: ['transactions', 'amountVnd'],
} as const satisfies Partial<Record<Metric, readonly AmountName[]>>;

/** A metric whose figures are amounts. */
export type AmountMetric = keyof typeof NAMES;

/** What one table or document counts. */
type Amounts = {
  readonly key: PeriodKey;
  readonly scope: string;
  readonly snapshot: SnapshotHead;
  /** Only what it states. */
  readonly values: ReadonlyMap<AmountName, number>;
};

/** An agency in a period; `found` null = no figures. */
export type AmountSide = SideOf<Amounts> & { readonly timeliness: Timeliness };

/** How one amount of a side differs from that of its base. */
export type AmountDifference = {
  readonly name: AmountName;
  readonly by: number;
  /** In hundredths of a percent of the base; null where the base is 0. */
  readonly relative: number | null;
};

/** A side held against another; no differences where one has no figures or they do not cover alike. */
export type AmountsHeld = {
  readonly side: AmountSide;
  readonly base: AmountSide;
  readonly unlike: readonly UnlikeExtent[];
  readonly differences: readonly AmountDifference[];
};

/** Amounts side by side. */
export type AmountsAnswer = {
  readonly kind: 'amounts';
  readonly metric: AmountMetric;
  /** The amounts that any side has. */
  readonly names: readonly AmountName[];
  readonly sides: readonly AmountSide[];
  readonly held: readonly AmountsHeld[];
  /** Years of a span asked for in which no side has figures. */
  readonly without: readonly Period[];
  /** The period asked for cannot be; null if it can. */
  readonly impossible: ImpossiblePeriod | null;
  /** What does not fit together in the figures of the sides. */
  readonly doubts: readonly Doubt[];
};

/** Whether a metric is counted and not divided. */
export function isAmount(metric: Metric): metric is AmountMetric {
  return Object.hasOwn(NAMES, metric);
}

/** Answers /so-sanh of dossiers or payments: counts and money of several agencies or periods. */
export async function askAmounts(
  knowledge: Knowledge,
  question: SidesAsked & {
    readonly metric: AmountMetric;
    /** The amount that was asked for: it is shown first. */
    readonly lead?: CountName | null;
  },
): Promise<AmountsAnswer> {
  const { metric, lead = null } = question;
  const usual: readonly AmountName[] = NAMES[metric];
  const possible = lead === null ? usual : [lead, ...usual.filter((name) => name !== lead)];
  const all = await sidesOf(knowledge, question, (agency) =>
    amountsOf(knowledge, agency, { metric, possible }),
  );
  const isPeriodNamed = question.periods.length > 0;
  const sides = all.sides.map((side): AmountSide => {
    const snapshots = side.found === null ? [] : [side.found.snapshot];
    return { ...side, timeliness: timelinessOf(knowledge, snapshots, { isPeriodNamed }) };
  });
  const names = possible.filter((name) =>
    sides.some(({ found }) => found?.values.has(name) === true),
  );
  return {
    kind: 'amounts',
    metric,
    names,
    sides,
    held: pairsOf(sides).map(({ side, base }) => heldAgainst({ side, base }, names)),
    without: all.without,
    impossible: all.impossible,
    doubts: await doubtsAbout(
      knowledge,
      sides.flatMap(({ agency, found }) =>
        found === null ? [] : [{ agency, snapshot: found.snapshot }],
      ),
    ),
  };
}

/** What is counted of an agency, of the amounts that are looked for; newest first. */
async function amountsOf(
  { snapshots }: Knowledge,
  { id }: Agency,
  { metric, possible }: { readonly metric: AmountMetric; readonly possible: readonly AmountName[] },
): Promise<readonly Amounts[]> {
  const all =
    metric === 'dossiers'
      ? newestFirst(await snapshots.readings(id)).map(countsIn)
      : newestFirst(await snapshots.statements(id, metric)).map(paymentsIn);
  return all
    .map((one) => ({ ...one, values: only(one.values, possible) }))
    .filter(({ values }) => values.size > 0);
}

function countsIn({ figure: { counts }, snapshot }: Reading): Amounts {
  return {
    key: snapshot.period,
    scope: snapshot.scope,
    snapshot,
    values: known([
      ...COUNT_NAMES.map((name) => [name, counts[name]] as const),
      ['overdueTotal', overdueTotal(counts)],
    ]),
  };
}

function paymentsIn({ statement, snapshot }: StatementReading): Amounts {
  return {
    key: snapshot.period,
    scope: snapshot.scope,
    snapshot,
    values: known([
      ['transactions', statement.numerator],
      ['amountVnd', statement.amountVnd],
    ]),
  };
}

function known(
  entries: readonly (readonly [AmountName, number | null])[],
): ReadonlyMap<AmountName, number> {
  return new Map(
    entries.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
}

function only(values: Amounts['values'], names: readonly AmountName[]): Amounts['values'] {
  return new Map([...values].filter(([name]) => names.includes(name)));
}

function heldAgainst(
  { side, base }: { readonly side: AmountSide; readonly base: AmountSide },
  names: readonly AmountName[],
): AmountsHeld {
  const [a, b] = [extentOf(base), extentOf(side)];
  const unlike = a === null || b === null ? [] : unlikeExtents(a, b);
  const differences =
    unlike.length > 0 ? [] : names.flatMap((name) => differenceIn(name, { side, base }) ?? []);
  return { side, base, unlike, differences };
}

function extentOf({ period, found }: AmountSide): Extent | null {
  if (period === null || found === null) return null;
  const { scope } = found.snapshot;
  const inPart = countedKind(scope) === 'part';
  return { period, upTo: shortOf(found.snapshot), scope, inPart };
}

function differenceIn(
  name: AmountName,
  { side, base }: Pick<AmountsHeld, 'side' | 'base'>,
): AmountDifference | null {
  const [from, to] = [base.found?.values.get(name), side.found?.values.get(name)];
  if (from === undefined || to === undefined) return null;
  return { name, by: to - from, relative: relativeChange(from, to) };
}
