import { expect, test } from 'vitest';

import type { KeptChoice } from '../../src/channels/choice-store.ts';
import { choiceStore } from '../../src/storage/choice-store.ts';
import { openStorage } from '../../src/storage/open.ts';

const CHOICE: KeptChoice = {
  channel: 'telegram',
  chat: '-100123',
  person: '42',
  send: '/tre-han chi nhánh VPĐKĐĐ Nha Trang',
};
const NOON = Temporal.Instant.from('2026-11-21T05:00:00Z');

test('a kept choice is recalled by its key', async () => {
  using storage = openStorage(':memory:');
  const choices = choiceStore(storage);
  const [key = ''] = await choices.keep([CHOICE], NOON);
  expect(await choices.recall(key)).toEqual(CHOICE);
});

test('the same choice may be kept again, under another key that tells nothing', async () => {
  using storage = openStorage(':memory:');
  const choices = choiceStore(storage);
  const keys = await choices.keep(
    Array.from({ length: 100 }, () => CHOICE),
    NOON,
  );
  expect(new Set(keys).size).toBe(100);
  expect(keys.filter((key) => !/^[\w-]{16}$/u.test(key))).toEqual([]);
});

test.each(['', 'unknown', `' or '' = '`])('an unknown key %j recalls nothing', async (key) => {
  using storage = openStorage(':memory:');
  const choices = choiceStore(storage);
  await choices.keep([CHOICE], NOON);
  expect(await choices.recall(key)).toBeNull();
});

test('choices before a moment are forgotten, the others stay', async () => {
  using storage = openStorage(':memory:');
  const choices = choiceStore(storage);
  const keptAt = async (at: Temporal.Instant) => (await choices.keep([CHOICE], at))[0] ?? '';
  const earlier = await keptAt(NOON.subtract({ nanoseconds: 1 }));
  const atNoon = await keptAt(NOON);
  const later = await keptAt(NOON.add({ milliseconds: 500 }));
  expect(await choices.forgetBefore(NOON)).toBe(1);
  expect(await choices.recall(earlier)).toBeNull();
  expect(await choices.recall(atNoon)).toEqual(CHOICE);
  expect(await choices.recall(later)).toEqual(CHOICE);
});

test('the choices of a reply get their keys in their order', async () => {
  using storage = openStorage(':memory:');
  const choices = choiceStore(storage);
  const sends = ['/tre-han', '/ho-so', '/nguon'];
  const keys = await choices.keep(
    sends.map((send) => ({ ...CHOICE, send })),
    NOON,
  );
  const recalled = await Promise.all(keys.map((key) => choices.recall(key)));
  expect(recalled.map((choice) => choice?.send)).toEqual(sends);
});

test('all choices of a reply are kept or none', async () => {
  using storage = openStorage(':memory:');
  storage.database.exec(
    `create trigger full before insert on choices when new.send = 'last'
     begin select raise(abort, 'disk full'); end`,
  );
  const choices = choiceStore(storage);
  await expect(choices.keep([CHOICE, { ...CHOICE, send: 'last' }], NOON)).rejects.toThrow(
    'disk full',
  );
  expect(await choices.forgetBefore(NOON.add({ hours: 1 }))).toBe(0);
});
