import { expect, test } from 'vitest';

import { openStorage } from '../../src/storage/open.ts';
import { seenEvents } from '../../src/storage/seen-events.ts';

const NOON = Temporal.Instant.from('2026-11-21T05:00:00Z');

test('an event is new once, in each channel', async () => {
  using storage = openStorage(':memory:');
  const seen = seenEvents(storage);
  expect(await seen.isNew('zalo-bot', 'text m1', NOON)).toBe(true);
  expect(await seen.isNew('zalo-bot', 'text m1', NOON.add({ hours: 1 }))).toBe(false);
  expect(await seen.isNew('zalo-bot', 'text m2', NOON)).toBe(true);
  expect(await seen.isNew('zalo-oa', 'text m1', NOON)).toBe(true);
});

test('what was seen before a moment is forgotten, and then new again', async () => {
  using storage = openStorage(':memory:');
  const seen = seenEvents(storage);
  await seen.isNew('zalo-bot', 'm1', NOON);
  expect(await seen.forgetBefore(NOON)).toBe(0);
  expect(await seen.forgetBefore(NOON.add({ nanoseconds: 1 }))).toBe(1);
  expect(await seen.isNew('zalo-bot', 'm1', NOON)).toBe(true);
});
