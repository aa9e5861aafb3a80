import { expect, test } from 'vitest';

import { choiceListStore } from '../../src/storage/choice-list-store.ts';
import { openStorage } from '../../src/storage/open.ts';

const NOON = Temporal.Instant.from('2026-11-21T05:00:00Z');
const LIST = { channel: 'zalo-bot', chat: 'g1', person: 'an', sends: ['/tre-han', '/ho-so'] };
const HERE = { channel: 'zalo-bot', chat: 'g1', persons: ['an', '*'] };
const later = (minutes: number) => NOON.add({ minutes });

test('the latest list of a person takes the place of the one before', async () => {
  using storage = openStorage(':memory:');
  const lists = choiceListStore(storage);
  await lists.keep(LIST, NOON);
  await lists.keep({ ...LIST, sends: ['/nguon'] }, later(1));
  expect(await lists.latest(HERE, NOON)).toEqual(['/nguon']);
  await lists.keep({ ...LIST, sends: [] }, later(2));
  expect(await lists.latest(HERE, NOON)).toEqual([]);
});

test.each([
  ['a person', 'an', '*'],
  ['everybody', '*', 'an'],
])('of several that may be meant, what was sent last to %s counts', async (_to, last, first) => {
  using storage = openStorage(':memory:');
  const lists = choiceListStore(storage);
  await lists.keep({ ...LIST, person: first, sends: ['/cu'] }, NOON);
  await lists.keep({ ...LIST, person: last }, later(1));
  expect(await lists.latest(HERE, NOON)).toEqual(LIST.sends);
});

test.each([
  ['another chat', { chat: 'g2' }],
  ['another person', { person: 'binh' }],
  ['another channel', { channel: 'zalo-oa' }],
])('what was offered in %s is not meant here', async (_case, other) => {
  using storage = openStorage(':memory:');
  const lists = choiceListStore(storage);
  await lists.keep({ ...LIST, ...other }, NOON);
  expect(await lists.latest(HERE, NOON)).toEqual([]);
});

test('a list that is too old is not meant any more, and can be forgotten', async () => {
  using storage = openStorage(':memory:');
  const lists = choiceListStore(storage);
  await lists.keep(LIST, NOON);
  expect(await lists.latest(HERE, later(1))).toEqual([]);
  expect(await lists.forgetBefore(NOON)).toBe(0);
  expect(await lists.forgetBefore(later(1))).toBe(1);
  expect(await lists.latest(HERE, NOON)).toEqual([]);
});
