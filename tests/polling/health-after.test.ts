import { describe, expect, test } from 'vitest';

import { type Attempt, healthAfter, type Rhythm } from '../../src/polling/health-after.ts';
import { isBelieved, type SourceHealth, stateAt } from '../../src/polling/health.ts';

const SEVEN = Temporal.Instant.from('2026-11-23T00:00:00Z');
const at = (minutes: number) => SEVEN.add({ minutes });

const PROBLEM = { code: 'sourceFailed', place: 'mot-cua', detail: '500' };
const ATTEMPTS = {
  new: { good: 1, problems: [], changed: true, doubt: null },
  same: { good: 1, problems: [], changed: false, doubt: null },
  nothing: { good: 0, problems: [], changed: false, doubt: null },
  fault: { good: 0, problems: [PROBLEM], changed: false, doubt: null },
  part: { good: 1, problems: [PROBLEM], changed: true, doubt: null },
  odd: {
    good: 1,
    problems: [],
    changed: true,
    doubt: { code: 'hardToBelieve', place: 'mot-cua', detail: '' },
  },
} as const satisfies Readonly<Record<string, Attempt>>;
type Kind = keyof typeof ATTEMPTS;

/** To be read within 15 minutes, and to say something new within an hour. */
const RHYTHM: Rhythm = {
  readBy: (last) => last.add({ minutes: 15 }),
  newBy: (last) => last.add({ minutes: 60 }),
};

/** "minute state", with "!" where keepers are told; `[minute, attempt]` in order. */
function story(attempts: readonly (readonly [number, Kind])[], rhythm = RHYTHM) {
  let health: SourceHealth | null = null;
  const lines: string[] = [];
  for (const [minute, kind] of attempts) {
    const made: ReturnType<typeof healthAfter> = healthAfter(
      health,
      { source: 'mot-cua', attempt: ATTEMPTS[kind] },
      { now: at(minute), rhythm },
    );
    ({ health } = made);
    lines.push(`${String(minute)} ${made.health.state}${made.tell ? '!' : ''}`);
  }
  return { lines, health };
}

/** The same attempt each minute. */
const each = (from: number, to: number, kind: Kind) =>
  Array.from({ length: to - from + 1 }, (_, index) => [from + index, kind] as const);

const told = (attempts: readonly (readonly [number, Kind])[], rhythm = RHYTHM) =>
  story(attempts, rhythm).lines.filter((line) => line.endsWith('!'));

describe('keepers are told', () => {
  test('nothing of a source that is well', () => {
    expect(told([[0, 'new'], ...each(1, 50, 'same')])).toEqual([]);
  });

  test('once of one that fails for an hour, and once that it is well', () => {
    const hour = [...each(0, 9, 'same'), ...each(10, 70, 'fault'), ...each(71, 90, 'new')];
    expect(told(hour)).toEqual(['10 failed!', '76 fresh!']);
  });

  test('once of one that comes and goes each minute', () => {
    const flapping = Array.from(
      { length: 60 },
      (_, minute) => [minute, minute % 2 === 0 ? 'fault' : 'new'] as const,
    );
    expect(told(flapping)).toEqual(['0 failed!']);
    expect(told([...flapping, ...each(60, 70, 'new')])).toEqual(['0 failed!', '64 fresh!']);
  });

  test('at once that one read seldom is well', () => {
    expect(
      told(
        [
          [0, 'new'],
          [1440, 'fault'],
          [2880, 'new'],
        ],
        { ...RHYTHM, newBy: () => null },
      ),
    ).toEqual(['1440 failed!', '2880 fresh!']);
  });

  test('once of one that stopped saying anything new, and again when it fails as well', () => {
    const silent = [[0, 'new'], ...each(1, 90, 'same')] as const;
    expect(told(silent)).toEqual(['61 stale!']);
    expect(told([...silent, [91, 'fault'], [92, 'same']])).toEqual(['61 stale!', '91 failed!']);
  });

  test('once of one that gives a part, and not that it fails then', () => {
    expect(
      told([
        [0, 'new'],
        [1, 'part'],
        [2, 'fault'],
        [3, 'part'],
      ]),
    ).toEqual(['1 partial!']);
  });

  test('of one that says what is hard to believe, and again when nothing of it is believed', () => {
    expect(
      told([
        [0, 'new'],
        [1, 'odd'],
        [2, 'fault'],
        [3, 'odd'],
        [4, 'part'],
      ]),
    ).toEqual(['1 doubted!', '2 failed!']);
  });
});

describe('a source', () => {
  test.each([
    ['same', 'fresh', null],
    ['nothing', 'fresh', null],
    ['fault', 'failed', 'sourceFailed'],
    ['part', 'partial', 'sourceFailed'],
    ['odd', 'doubted', 'hardToBelieve'],
  ] as const)('that gives %s is %s', (kind, state, problem) => {
    const { health } = story([
      [0, 'new'],
      [1, kind],
    ]);
    expect(health).toMatchObject({ state });
    expect(health?.problem?.code ?? null).toBe(problem);
  });

  test('stays failed while there is nothing to read, and says why', () => {
    const { health } = story([
      [0, 'fault'],
      [1, 'nothing'],
    ]);
    expect(health).toMatchObject({ state: 'failed', problem: PROBLEM, lastGoodAt: null });
    expect(health?.since.equals(at(0))).toBe(true);
  });

  test('keeps when it was last read well and last said something new', () => {
    const { health } = story([
      [0, 'new'],
      [5, 'same'],
      [6, 'fault'],
    ]);
    expect(health?.lastGoodAt?.equals(at(5))).toBe(true);
    expect(health?.lastChangedAt?.equals(at(0))).toBe(true);
    expect(health?.freshUntil?.equals(at(20))).toBe(true);
  });

  test('that nobody asks any more grows stale by itself', () => {
    const { health } = story([[0, 'new']]);
    if (health === null) throw new Error('no health');
    expect(stateAt(health, at(15))).toBe('fresh');
    expect(stateAt(health, at(16))).toBe('stale');
    expect(stateAt({ ...health, state: 'failed' }, at(16))).toBe('failed');
  });

  test.each<[string, Kind, Kind, boolean]>([
    ['that is well', 'new', 'same', true],
    ['that says what is hard to believe, which is kept with that figure alone', 'odd', 'odd', true],
    ['that goes on saying it', 'odd', 'nothing', true],
    ['that gives a part', 'new', 'part', false],
    ['that fails', 'odd', 'fault', false],
  ])('%s: is it believed, until its rhythm runs out?', (_, first, second, believed) => {
    const { health } = story([
      [0, first],
      [10, second],
    ]);
    if (health === null) throw new Error('no health');
    expect(isBelieved(health, at(25))).toBe(believed);
    expect(isBelieved(health, at(26))).toBe(false);
  });
});
