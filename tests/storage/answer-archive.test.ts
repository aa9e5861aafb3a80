import { afterEach, beforeEach, expect, test } from 'vitest';

import type { AnswerArchive } from '../../src/polling/answer-archive.ts';
import { answerArchive } from '../../src/storage/answer-archive.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-21T${text}Z`);
const bytes = (text: string) => new TextEncoder().encode(text);
const ONE = { source: 'portal', request: 'a {"page":1}' } as const;

let storage: Storage;
let archive: AnswerArchive;
beforeEach(() => {
  storage = openStorage(':memory:');
  archive = answerArchive(storage);
});
afterEach(() => storage.close());

const good = async (request: string, since: string) => {
  const body = await archive.goodSince('portal', { request, since: at(since) });
  return body === null ? null : new TextDecoder().decode(body);
};

const count = (table: string) =>
  storage.database.prepare(`select count(*) from ${table}`).pluck().get();

test('gives back the newest good answer to a question, to the byte', async () => {
  await archive.keep({ ...ONE, at: at('01:00'), outcome: 'good', body: bytes('{"điểm":1}') });
  await archive.keep({ ...ONE, at: at('02:00'), outcome: 'good', body: bytes('{"điểm":2}') });
  await archive.keep({ ...ONE, at: at('03:00'), outcome: 'failed' });
  expect(await good(ONE.request, '00:00')).toBe('{"điểm":2}');
  expect(await good(ONE.request, '02:30')).toBeNull();
  expect(await good('a {"page":2}', '00:00')).toBeNull();
});

test('knows the newest good answer of an endpoint, whatever was asked of it', async () => {
  const other = { ...ONE, request: 'ab {}', at: at('04:00'), outcome: 'good' } as const;
  await archive.keep({ ...ONE, at: at('01:00'), outcome: 'good', body: bytes('{"page":1}') });
  await archive.keep({
    ...ONE,
    request: 'a {"page":2}',
    at: at('02:00'),
    outcome: 'good',
    body: bytes('{}'),
  });
  await archive.keep({ ...other, body: bytes('[]') });
  expect(Buffer.from((await archive.newestOn('portal', 'a')) ?? []).toString()).toBe('{}');
  expect(await archive.newestOn('portal', 'b')).toBeNull();
  expect(await archive.newestOn('other', 'a')).toBeNull();
});

test('keeps a body once, however often it comes', async () => {
  for (const hour of ['01:00', '02:00', '03:00']) {
    await archive.keep({ ...ONE, at: at(hour), outcome: 'good', body: bytes('{}') });
  }
  expect([count('answers'), count('answer_bodies')]).toEqual([3, 1]);
});

test('counts what was asked in vain since a moment, of one source', async () => {
  await archive.keep({ ...ONE, at: at('01:00'), outcome: 'failed' });
  await archive.keep({ ...ONE, at: at('02:00'), outcome: 'turnedAway' });
  await archive.keep({ ...ONE, source: 'other', at: at('02:00'), outcome: 'failed' });
  expect(await archive.vainSince('portal', at('00:00'))).toEqual({ turnedAway: 1, failed: 1 });
  expect(await archive.vainSince('portal', at('01:30'))).toEqual({ turnedAway: 1, failed: 0 });
});

test('what was kept is neither changed nor removed', async () => {
  await archive.keep({ ...ONE, at: at('01:00'), outcome: 'good', body: bytes('{}') });
  for (const sql of [
    'update answers set at = at',
    'delete from answers',
    'delete from answer_bodies',
  ]) {
    expect(() => storage.database.exec(sql)).toThrow('answers are immutable');
  }
});
