import { describe, expect, test } from 'vitest';

import {
  groupsByLoss,
  INDEX_GROUPS,
  IndexScore,
  movements,
  neededForPoint,
  printedTotal,
  sumOfGroups,
  unlikeScores,
} from '../../src/figures/index-score.ts';

const EMPTY = {
  group: null,
  part: null,
  name: null,
  score: null,
  max: null,
  numerator: null,
  denominator: null,
  flags: [],
} as const;

const score = (given: Partial<IndexScore>): IndexScore => IndexScore.parse({ ...EMPTY, ...given });
/** All six groups, a hundred points short of their maximum together. */
const SCORES = INDEX_GROUPS.map((group, at) => score({ group, score: 100 * at, max: 600 }));
const without = (name: string) => SCORES.filter(({ group }) => group !== name);

describe('groups', () => {
  test('come with the largest loss first, unknown ones last, with their parts in the same order', () => {
    const groups = groupsByLoss([
      score({ group: 'progress', score: 1_800, max: 2_000 }),
      score({ group: 'digitization', score: 934, max: 2_200 }),
      score({ group: 'digitization', part: 'A', score: 430, max: 600 }),
      score({ group: 'digitization', part: 'B', score: 0, max: 400 }),
      score({ group: 'digitization', part: 'C', max: 200 }),
      score({ group: 'satisfaction', max: 1_800 }),
      score({ score: 6_462, max: 10_000 }),
    ]);
    expect(
      groups.map(({ group, lost, parts }) => [group, lost, parts.map(({ part }) => part)]),
    ).toEqual([
      ['digitization', 1_266, ['B', 'A', 'C']],
      ['progress', 200, []],
      ['satisfaction', null, []],
    ]);
  });

  test('add up to a total only when all are known', () => {
    expect(sumOfGroups(SCORES)).toBe(1_500);
    expect(sumOfGroups(without('progress'))).toBeNull();
    const missing = [...without('progress'), score({ group: 'progress', max: 2_000 })];
    expect(sumOfGroups(missing)).toBeNull();
    expect(printedTotal(SCORES)).toBeNull();
    expect(printedTotal([...SCORES, score({ score: 1_501 })])).toBe(1_501);
  });
});

describe('two sets of scores', () => {
  const flag = { code: 'TEMP', message: null };
  test.each([
    ['the same', SCORES, []],
    ['a group missing', without('progress'), ['missing', 'maximum']],
    [
      'a group without points',
      [...without('progress'), score({ group: 'progress', max: 600 })],
      ['missing'],
    ],
    [
      'points dealt out differently',
      [...without('progress'), score({ group: 'progress', score: 100, max: 700 })],
      ['maximum'],
    ],
    [
      'a number that is provisional',
      [...without('progress'), score({ group: 'progress', score: 100, max: 600, flags: [flag] })],
      ['flags'],
    ],
  ] as const)('%s', (_what, other, reasons) => {
    expect(unlikeScores(SCORES, other)).toEqual(reasons);
    expect(unlikeScores(other, SCORES)).toEqual(reasons);
  });

  test('both provisional in the same way are alike', () => {
    const flagged = SCORES.map((one) => ({ ...one, flags: [flag] }));
    expect(unlikeScores(flagged, flagged)).toEqual([]);
  });

  test('move by group, the greatest movement first, whichever way', () => {
    const now = [...without('progress'), score({ group: 'progress', score: 20, max: 600 })].map(
      (one) => (one.group === 'satisfaction' ? { ...one, score: 510 } : one),
    );
    expect(movements(SCORES, now).slice(0, 2)).toEqual([
      { group: 'progress', points: -80 },
      { group: 'satisfaction', points: 10 },
    ]);
  });
});

test.each([
  [1_350, 2_000, 68],
  [42_880, 2_000, 2_144],
  [1, 2_000, 1],
  [0, 2_000, null],
  [10, 0, null],
  [10, null, null],
])('of %i counted, %s hundredths at most: %s more for a point', (denominator, max, needed) => {
  expect(neededForPoint(score({ group: 'progress', denominator, max }))).toBe(needed);
});
