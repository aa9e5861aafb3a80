import * as z from 'zod';

/**
 * The groups of the index of service quality (Quyết định 766/QĐ-TTg, domain.md 11), in the order in which the national
 * portal shows them; it publishes the fourth group of the decision in two.
 */
export const IndexGroup = z.enum([
  'transparency',
  'progress',
  'onlineService',
  'onlinePayment',
  'digitization',
  'satisfaction',
]);
export type IndexGroup = z.infer<typeof IndexGroup>;

export const INDEX_GROUPS: readonly IndexGroup[] = IndexGroup.options;

/** Scores and maxima in hundredths of a point: 7,96 = 796. */
const Points = z.int().nonnegative();
const Counted = z.int().nonnegative();

/**
 * A part of the index as it was published: the whole (`group` null), a group (`part` null), or a part of a group, by the
 * publisher's own code. Null is missing, never 0. A part whose own points are not published has only its counts.
 *
 * What a document counts beside a rate or in place of one (agencies graded good, places of the province) has no group, and
 * a part of its own.
 */
export const IndexScore = z.strictObject({
  group: IndexGroup.nullable(),
  part: z.string().nullable(),
  /** As the publisher calls it. */
  name: z.string().nullable(),
  score: Points.nullable(),
  max: Points.nullable(),
  numerator: Counted.nullable(),
  denominator: Counted.nullable(),
  /** What the publisher says about the number: its code, and its words. */
  flags: z.array(z.strictObject({ code: z.string(), message: z.string().nullable() })),
});
export type IndexScore = Readonly<z.infer<typeof IndexScore>>;

/** A group with its parts. */
export type GroupScore = IndexScore & {
  readonly group: IndexGroup;
  /** Hundredths of a point short of the maximum; null where either is not known. */
  readonly lost: number | null;
  /** Largest loss first; those of unknown loss last. */
  readonly parts: readonly PartScore[];
};

type PartScore = IndexScore & { readonly lost: number | null };

/** The groups there are, largest loss first: where most points can be regained. */
export function groupsByLoss(scores: readonly IndexScore[]): readonly GroupScore[] {
  const groups = INDEX_GROUPS.flatMap((group): readonly GroupScore[] => {
    const own = scores.filter((score) => score.group === group);
    const whole = own.find(({ part }) => part === null);
    if (whole === undefined) return [];
    const parts = own
      .filter(({ part }) => part !== null)
      .map((part) => ({ ...part, lost: lostIn(part) }));
    return [{ ...whole, group, lost: lostIn(whole), parts: parts.toSorted(byLoss) }];
  });
  return groups.toSorted(byLoss);
}

/** The sum of the groups, in hundredths of a point; null unless all of them are known: a part is no total. */
export function sumOfGroups(scores: readonly IndexScore[]): number | null {
  return INDEX_GROUPS.reduce<number | null>((sum, group) => {
    const score = groupIn(scores, group)?.score ?? null;
    return sum === null || score === null ? null : sum + score;
  }, 0);
}

/** The total as the publisher prints it; null if it does not. */
export function printedTotal(scores: readonly IndexScore[]): number | null {
  return scores.find(({ group, part }) => group === null && part === null)?.score ?? null;
}

/** What keeps the scores of two periods apart. */
export type UnlikeScores = 'missing' | 'maximum' | 'flags';

/**
 * Why two sets of scores of one agency must not be held against each other: a group of one is missing in the other, the
 * points of a group are dealt out differently (the formula changed), or a number is provisional in one only. Empty if
 * nothing does.
 */
export function unlikeScores(
  a: readonly IndexScore[],
  b: readonly IndexScore[],
): readonly UnlikeScores[] {
  const pairs = INDEX_GROUPS.map((group) => [groupIn(a, group), groupIn(b, group)] as const);
  const isMissing = pairs.some(
    ([one, other]) => ((one?.score ?? null) === null) !== ((other?.score ?? null) === null),
  );
  return [
    ...(isMissing ? (['missing'] as const) : []),
    ...(maximaOf(a) === maximaOf(b) ? [] : (['maximum'] as const)),
    ...(flagsOf(a) === flagsOf(b) ? [] : (['flags'] as const)),
  ];
}

/** By how many hundredths of a point each group moved, greatest movement first; only groups known in both. */
export function movements(
  before: readonly IndexScore[],
  now: readonly IndexScore[],
): readonly { readonly group: IndexGroup; readonly points: number }[] {
  const moved = INDEX_GROUPS.flatMap((group) => {
    const [was, is] = [groupIn(before, group)?.score, groupIn(now, group)?.score];
    return typeof was === 'number' && typeof is === 'number' ? [{ group, points: is - was }] : [];
  });
  return moved.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/**
 * How many more of the counted are needed for one point more, where points are proportional to the share of them;
 * null where the counts or the maximum are not known.
 */
export function neededForPoint({ denominator, max }: IndexScore): number | null {
  if (denominator === null || denominator === 0 || max === null || max === 0) return null;
  // One point is 100 hundredths: the least n with max × n / denominator ≥ 100.
  return Number((BigInt(denominator) * 100n + BigInt(max) - 1n) / BigInt(max));
}

function groupIn(scores: readonly IndexScore[], group: IndexGroup): IndexScore | undefined {
  return scores.find((score) => score.group === group && score.part === null);
}

function lostIn({ score, max }: IndexScore): number | null {
  return score === null || max === null ? null : max - score;
}

function byLoss(a: { readonly lost: number | null }, b: { readonly lost: number | null }): number {
  return (b.lost ?? -1) - (a.lost ?? -1);
}

function maximaOf(scores: readonly IndexScore[]): string {
  const maxima = scores
    .filter(({ group, max }) => group !== null && max !== null)
    .map(({ group, part, max }) => [group, part, max].join(' '));
  return maxima.toSorted().join('\n');
}

function flagsOf(scores: readonly IndexScore[]): string {
  return scores
    .flatMap(({ group, part, flags }) => flags.map(({ code }) => [group, part, code].join(' ')))
    .toSorted()
    .join('\n');
}
