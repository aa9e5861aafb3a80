import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { AnswerArchive, KeptAnswer, Wanted } from '../../src/polling/answer-archive.ts';
import { answerArchive } from '../../src/storage/answer-archive.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-21T${text}Z`);
const bytes = (text: string) => new TextEncoder().encode(text);
const HOST = 'portal.example.vn';
const ONE = { host: HOST, source: 'portal', request: 'a {"page":1}', holder: 'one' } as const;
const PAUSE = { pauseMs: 10_000 } as const;

let storage: Storage;
let archive: AnswerArchive;
beforeEach(() => {
  storage = openStorage(':memory:');
  archive = answerArchive(storage);
});
afterEach(() => storage.close());

/** Wants to put a question at an hour of a day that began at 00:00. */
const take = (now: string, wanted: Partial<Wanted> = {}) =>
  archive.take({
    ...ONE,
    now: at(now),
    since: at('00:00'),
    leaseMs: 60_000,
    mostFailures: 3,
    ...wanted,
  });
const kind = async (now: string, wanted: Partial<Wanted> = {}) => (await take(now, wanted)).kind;
const answered = (now: string, text: string, of: Partial<KeptAnswer> = {}) =>
  archive.keep({ ...ONE, ...PAUSE, ...of, at: at(now), outcome: 'good', body: bytes(text) });
const vain = (now: string, outcome: 'failed' | 'turnedAway', of: Partial<KeptAnswer> = {}) =>
  archive.keep({ ...ONE, ...PAUSE, ...of, at: at(now), outcome });

const count = (table: string) =>
  storage.database.prepare(`select count(*) from ${table}`).pluck().get();

test('gives back the newest good answer of a day, to the byte, whoever asked', async () => {
  await answered('01:00', '{"điểm":1}');
  await answered('02:00', '{"điểm":2}');
  await vain('03:00', 'failed');
  const known = await take('04:00', { source: 'other', holder: 'two' });
  expect(known).toMatchObject({ kind: 'known' });
  expect(known.kind === 'known' && new TextDecoder().decode(known.body)).toBe('{"điểm":2}');
  expect(await kind('04:00', { since: at('02:30') })).toBe('taken');
  expect(await kind('04:00', { request: 'a {"page":2}' })).toBe('taken');
  expect(await kind('04:00', { host: 'another.example.vn' })).toBe('taken');
});

describe('one at a time', () => {
  test('who has taken a question keeps the others waiting until it is answered, and a pause longer', async () => {
    expect(await kind('01:00')).toBe('taken');
    const other = { source: 'other', holder: 'two', request: 'b {}' };
    expect(await take('01:00:20', other)).toEqual({ kind: 'busy', ms: 40_000 });
    await answered('01:00:30', '{}');
    expect(await take('01:00:35', other)).toEqual({ kind: 'busy', ms: 5_000 });
    expect(await kind('01:00:35', { request: 'b {}' })).toBe('taken');
    await answered('01:00:36', '{}', { request: 'b {}' });
    expect(await kind('01:00:46', { ...other, request: 'c {}' })).toBe('taken');
    expect(await kind('01:00:46', { host: 'another.example.vn' })).toBe('taken');
  });

  test('who never came back with an answer counts as a failure', async () => {
    for (const minute of ['01:00', '01:02', '01:04']) expect(await kind(minute)).toBe('taken');
    expect(await kind('01:06')).toBe('leftAlone');
  });
});

describe('nothing more is asked of a host', () => {
  test('that turned any of us away today', async () => {
    await vain('01:00', 'turnedAway');
    expect(await kind('02:00', { source: 'other', holder: 'two', request: 'b {}' })).toBe(
      'leftAlone',
    );
    expect(await kind('02:00', { since: at('01:30') })).toBe('taken');
    expect(await kind('02:00', { host: 'another.example.vn' })).toBe('taken');
  });

  test('that failed so often today, whoever asked', async () => {
    await vain('01:00', 'failed');
    await vain('01:10', 'failed', { source: 'other' });
    expect(await kind('02:00')).toBe('taken');
    await vain('02:01', 'failed');
    expect(await kind('03:00')).toBe('leftAlone');
  });
});

test('knows the newest good answer of an endpoint, whatever was asked of it', async () => {
  await answered('01:00', '{"page":1}');
  await answered('02:00', '{}', { request: 'a {"page":2}' });
  await answered('04:00', '[]', { request: 'ab {}' });
  expect(Buffer.from((await archive.newestOn('portal', 'a')) ?? []).toString()).toBe('{}');
  expect(await archive.newestOn('portal', 'b')).toBeNull();
  expect(await archive.newestOn('other', 'a')).toBeNull();
});

test('keeps a body once, however often it comes', async () => {
  for (const hour of ['01:00', '02:00', '03:00']) await answered(hour, '{}');
  expect([count('answers'), count('answer_bodies')]).toEqual([3, 1]);
});

test('what was kept is neither changed nor removed', async () => {
  await answered('01:00', '{}');
  for (const sql of [
    'update answers set at = at',
    'delete from answers',
    'delete from answer_bodies',
  ]) {
    expect(() => storage.database.exec(sql)).toThrow('answers are immutable');
  }
});
