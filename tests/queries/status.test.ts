import { expect, test } from 'vitest';

import { askStatus } from '../../src/queries/status.ts';
import { job, type Kept, SEVEN, source, upkeepWith } from './upkeep.ts';

const minutes = (count: number) => SEVEN.add({ minutes: count });
const status = (kept: Kept = {}, restingChats = 0) =>
  askStatus(upkeepWith(kept), { now: SEVEN, restingChats });

test('nothing is wrong where all is well', async () => {
  expect((await status()).wrong).toBe(0);
});

test.each<[string, Kept, number]>([
  ['a source that fails', { sources: [{ ...source, state: 'failed' }] }, 1],
  ['a source whose rhythm ran out since', { sources: [{ ...source, freshUntil: minutes(-1) }] }, 1],
  ['messages that died', { outbox: { waiting: 0, sending: 0, sent: 0, dead: 7 } }, 1],
  ['a job whose last run failed', { jobs: [{ ...job, failedAt: minutes(1), why: 'x' }] }, 1],
  ['a job that went well since', { jobs: [{ ...job, failedAt: minutes(-1), why: 'x' }] }, 0],
  ['a job that only ever failed', { jobs: [{ ...job, doneAt: null, failedAt: SEVEN }] }, 1],
  ['a full disk', { size: { bytes: 1, freeBytes: 999_999_999 } }, 1],
  ['a gigabyte left', { size: { bytes: 1, freeBytes: 1_000_000_000 } }, 0],
  ['a store on no disk', { size: { bytes: 1, freeBytes: null } }, 0],
  ['a plan used to 79 %', { usage: { used: 79, messages: 100 } }, 0],
  ['a plan used to 80 %', { usage: { used: 80, messages: 100 } }, 1],
])('%s: %#', async (_, kept, wrong) => {
  expect((await status(kept)).wrong).toBe(wrong);
});

test('chats at rest count as one thing', async () => {
  expect((await status({}, 3)).wrong).toBe(1);
});

test('the worst source stands first, each with when it is asked next', async () => {
  const sources = (['stale', 'fresh', 'failed', 'partial'] as const).map((state) => ({
    ...source,
    source: state,
    state,
  }));
  const jobs = [
    { ...job, job: 'poll-dossiers/failed', source: 'failed' },
    // Its name ends like that of a source, and it is about none.
    { ...job, job: 'odd/stale', source: null },
  ];
  const told = (await status({ sources, jobs })).sources;
  expect(told.map(({ state, nextAt }) => [state, nextAt])).toEqual([
    ['failed', minutes(10)],
    ['partial', null],
    ['stale', null],
    ['fresh', null],
  ]);
});

test('of all jobs the last that ran, and the first to come', async () => {
  const jobs = [
    { ...job, doneAt: minutes(-5), nextAt: minutes(30) },
    { ...job, doneAt: minutes(-9), nextAt: null },
  ];
  expect((await status({ jobs })).jobs).toEqual({
    count: 2,
    lastDoneAt: minutes(-5),
    nextAt: minutes(30),
  });
});
