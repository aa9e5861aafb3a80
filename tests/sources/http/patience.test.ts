import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { poll } from '../../../src/polling/poll.ts';
import { AskFailed } from '../../../src/sources/http/ask-failed.ts';
import { pauseMs } from '../../../src/sources/http/ask-patiently.ts';
import { circuitBreaker } from '../../../src/sources/http/breaker.ts';
import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import { pacer } from '../../../src/sources/http/pace.ts';
import { readRetryAfter } from '../../../src/sources/http/status-fault.ts';
import { HandWoundTime } from '../../doubles/hand-wound-time.ts';
import { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { shelf } from '../../polling/shelf.ts';
import { askingRoom, COUNTS, directory, figureOptions, NOW } from './asking.ts';

let double: OneStopDouble;
let time: HandWoundTime;
let room: ReturnType<typeof askingRoom>;
beforeEach(async () => {
  double = await OneStopDouble.open();
  double.sets('H32.01', COUNTS);
  time = new HandWoundTime(NOW);
  room = askingRoom(time);
});
afterEach(() => double[Symbol.asyncDispose]());

function polling(changes: Readonly<Record<string, unknown>> = {}) {
  const source = httpFigures(figureOptions(double, changes), room);
  const store = shelf();
  return async () => {
    const { payloads } = await poll(source, { store, directory, clock: time });
    const [payload] = payloads;
    return payload?.kind === 'refused'
      ? payload.problems.map(({ code, detail }) => `${code} ${detail}`)
      : 'taken';
  };
}

describe('asking again', () => {
  test.each([
    ['a server in trouble', 500],
    ['one in maintenance', 503],
    ['one that has enough', 429],
    ['one that waited too long', 408],
  ])('%s: after a growing pause, as often as allowed', async (_who, status) => {
    double.fails({ kind: 'status', status }, 2);
    expect(await polling({ attempts: 3 })()).toBe('taken');
    expect(room.waited.filter((ms) => ms >= 500)).toEqual([1_000, 2_000]);
    expect(double.requests).toHaveLength(3);
  });

  test.each([401, 403, 404, 418])('not after %d, which would not change', async (status) => {
    double.fails({ kind: 'status', status });
    await polling({ attempts: 3 })();
    expect(double.requests).toHaveLength(1);
  });

  test('not what came and is wrong', async () => {
    double.fails({ kind: 'says', bytes: '{' });
    await polling({ attempts: 3 })();
    expect(double.requests).toHaveLength(1);
  });

  test('no sooner than the server says; when that is long, not in this poll', async () => {
    double.fails({ kind: 'status', status: 429, headers: { 'retry-after': '7' } }, 1);
    expect(await polling({ attempts: 2 })()).toBe('taken');
    expect(room.waited).toContain(7_000);
    double.fails({ kind: 'status', status: 429, headers: { 'retry-after': '90' } }, 1);
    expect(await polling({ attempts: 2 })()).toEqual(['askedTooOften 429']);
  });

  test.each<[number, number | null, number, number | null]>([
    [1, null, 0, 500],
    [1, null, 1, 1_000],
    [2, null, 1, 2_000],
    [9, null, 1, 30_000],
    [1, 12_000, 0, 12_000],
    [1, 30_001, 0, null],
  ])('attempt %d, told %s, chance %d: %s ms', (attempt, told, chance, ms) => {
    expect(pauseMs(attempt, told, () => chance)).toBe(ms);
  });

  test.each([
    ['120', 120_000],
    ['Sat, 21 Nov 2026 01:06:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 01:00:00 GMT', 0],
    ['soon', null],
    [undefined, null],
  ])('Retry-After %s', (text, ms) => {
    expect(readRetryAfter(text, NOW)).toBe(ms);
  });
});

describe('a system that fails again and again', () => {
  test('is left alone for a while, asked once, and again when it is well', async () => {
    const once = polling({ rest: { failures: 3, minutes: 10 } });
    double.fails({ kind: 'status', status: 500 });
    for (let times = 0; times < 3; times += 1) expect(await once()).toEqual(['serverFailed 500']);
    await time.pass(9 * 60_000);
    expect(await once()).toEqual(['resting 08:15 21/11/2026 (500)']);
    expect(double.requests).toHaveLength(3);
    await time.pass(60_000);
    expect(await once()).toEqual(['serverFailed 500']);
    expect(await once()).toEqual(['resting 08:25 21/11/2026 (500)']);
    double.recovers();
    await time.pass(10 * 60_000);
    expect(await once()).toBe('taken');
    expect(await once()).toBe('taken');
  });

  test('is forgiven by one good answer', async () => {
    const once = polling({ rest: { failures: 2, minutes: 10 } });
    for (let times = 0; times < 3; times += 1) {
      double.fails({ kind: 'closes' }, 1);
      expect(await once()).toEqual(['sourceFailed ECONNRESET']);
      expect(await once()).toBe('taken');
    }
  });

  test('wrong keys: at once, for many systems lock an account', async () => {
    const once = polling({
      headers: { Authorization: 'Bearer wrong' },
      rest: { failures: 5, minutes: 10 },
    });
    expect(await once()).toEqual(['accessRefused 401']);
    expect(await once()).toEqual(['resting 08:15 21/11/2026 (401)']);
  });

  test('one that says how long, for so long', async () => {
    const once = polling();
    double.fails({ kind: 'status', status: 429, headers: { 'retry-after': '120' } }, 1);
    expect(await once()).toEqual(['askedTooOften 429']);
    expect(await once()).toEqual(['resting 08:07 21/11/2026 (429)']);
    await time.pass(120_000);
    expect(await once()).toBe('taken');
  });

  test.each(['86400000', 'Fri, 21 Nov 2036 01:00:00 GMT'])(
    'one that says %s, for no more than a day',
    async (text) => {
      const once = polling();
      double.fails({ kind: 'status', status: 503, headers: { 'retry-after': text } }, 1);
      expect(await once()).toEqual(['serverFailed 503']);
      expect(await once()).toEqual(['resting 08:05 22/11/2026 (503)']);
      await time.pass(86_400_000);
      expect(await once()).toBe('taken');
    },
  );

  test('is not left alone for longer because the clock was put back', () => {
    let now = NOW;
    const breaker = circuitBreaker({ failures: 1, restMs: 600_000 }, { now: () => now });
    breaker.failed(new AskFailed({ code: 'sourceFailed', detail: 'ECONNRESET' }));
    expect(() => breaker.check()).toThrow('resting 08:15 21/11/2026 (ECONNRESET)');
    now = NOW.subtract({ hours: 5 });
    expect(() => breaker.check()).not.toThrow();
  });

  test('bad figures are an answer: it is asked on', async () => {
    const once = polling({ rest: { failures: 1, minutes: 10 } });
    double.lies(() => [{ maDonVi: 'H99.99' }]);
    expect(await once()).not.toContain('resting');
    double.recovers();
    expect(await once()).toBe('taken');
  });
});

describe('the pace', () => {
  test('is so many requests a minute, whatever asks', async () => {
    const once = polling({
      requestsPerMinute: 20,
      perAgency: true,
      url: `${double.root}/thong-ke?tu={period.from}&den={period.to}&donVi={agency}`,
      agencyCodes: { 'H32.01': 'so-yt', 'H32.02': 'so-tc', 'H32.30': 'so-xd' },
    });
    await once();
    expect(room.waited).toEqual([3_000, 6_000]);
    await time.pass(60_000);
    room.waited.length = 0;
    await once();
    expect(room.waited).toEqual([3_000, 6_000]);
  });

  test('does not wait for hours after the clock was put back', async () => {
    let now = NOW;
    const waited: number[] = [];
    const clock = { now: () => now };
    const pace = pacer(20, { clock, wait: async (ms) => void waited.push(ms) });
    const { signal } = new AbortController();
    await pace(signal);
    now = now.subtract({ hours: 5 });
    await pace(signal);
    await pace(signal);
    expect(waited).toEqual([3_000]);
  });
});
