import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { poll } from '../../../src/polling/poll.ts';
import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import { HandWoundTime } from '../../doubles/hand-wound-time.ts';
import { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { shelf } from '../../polling/shelf.ts';
import { askingRoom, COUNTS, directory, FIGURE_FIELDS, figureOptions } from './asking.ts';

const HOUR = 3_600_000;

let double: OneStopDouble;
beforeEach(async () => {
  double = await OneStopDouble.open();
  double.sets('H32.01', COUNTS);
});
afterEach(() => double[Symbol.asyncDispose]());

/** A system asked for quarters, with a clock to wind; nothing it says shows a moment of its own. */
function start(changes: object = {}) {
  const time = new HandWoundTime(Temporal.Instant.from('2026-11-21T08:05+07:00'));
  const mapping = { rows: 'duLieu', fields: FIGURE_FIELDS };
  const options = figureOptions(double, {
    periods: ['quarter'],
    closedDaily: true,
    mapping,
    ...changes,
  });
  const source = httpFigures(options, {
    ...askingRoom(time),
    // Who waits lets time pass.
    wait: (ms) => time.pass(ms),
  });
  const intake = { store: shelf(), directory, clock: time };
  return { time, once: () => poll(source, intake) };
}

/** The first days of the periods that were asked for since the last look. */
function asked(): readonly (string | null)[] {
  return double.requests.splice(0).map(({ url }) => url.searchParams.get('tu'));
}

const RUNNING = '2026-09-15';
const CLOSED = [
  '2026-06-15',
  '2026-03-15',
  '2025-12-15',
  '2025-09-15',
  '2025-06-15',
  '2025-03-15',
  '2024-12-15',
];

describe('periods that ended long ago', () => {
  test('are asked for once a day', async () => {
    const { time, once } = start();
    await once();
    expect(asked()).toEqual([RUNNING, ...CLOSED]);
    await once();
    await time.pass(15 * HOUR);
    await once();
    expect(asked()).toEqual([RUNNING, RUNNING]);
    await time.pass(HOUR);
    await once();
    expect(asked()).toEqual([RUNNING, ...CLOSED]);
  });

  test('so that what was restated months later is known the day after', async () => {
    const { time, once } = start();
    await once();
    double.sets('H32.01', { ...COUNTS, resolvedOnTime: 870, resolvedOverdue: 30 });
    await time.pass(24 * HOUR);
    expect((await once()).counts).toMatchObject({ restated: 8, refused: 0 });
  });

  test('wait for the next poll where half the time of this one is over', async () => {
    const { once } = start({ requestsPerMinute: 60, pollSeconds: 6 });
    await once();
    expect(asked()).toEqual([RUNNING, ...CLOSED.slice(0, 4)]);
    await once();
    expect(asked()).toEqual([RUNNING, ...CLOSED.slice(4)]);
  });

  test('are not asked for where the configuration says so', async () => {
    await start({ closedDaily: false }).once();
    expect(asked()).toEqual([RUNNING]);
  });

  test.each([
    ['another status', { kind: 'status', status: 404 }],
    ['no rows', { kind: 'says', bytes: '{"duLieu": []}' }],
  ] as const)('and are not kept: %s is nothing wrong', async (_what, fault) => {
    const { once } = start();
    double.fails(fault);
    const { payloads } = await once();
    expect(payloads).toHaveLength(1);
  });
});
