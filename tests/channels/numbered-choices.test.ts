import { expect, test } from 'vitest';

import { ANYONE, numberedChoices } from '../../src/channels/numbered-choices.ts';
import { choiceListStore } from '../../src/storage/choice-list-store.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';

const NOON = Temporal.Instant.from('2026-11-21T05:00:00Z');
const AN = { chat: 'g1', person: 'an' };
const CHOICES = [
  { label: 'CN Nha Trang 0,72%', send: '/tre-han #cn-nha-trang' },
  { label: 'Năm 2020', send: '/tre-han Nha Trang 2020' },
];

/** Numbers over a store, at a moment so many hours after noon: a restart makes a new one over the same store. */
const numbersAt = (storage: Storage, hours = 0) =>
  numberedChoices('zalo-bot', {
    lists: choiceListStore(storage),
    clock: { now: () => NOON.add({ hours }) },
  });

test.each(['2', ' 2 ', '2.', 'số 2', 'chọn 2', 'Chọn số 2 nhé'])(
  '%j is the second choice, after a restart too',
  async (text) => {
    using storage = openStorage(':memory:');
    await numbersAt(storage).offer(AN, CHOICES);
    expect(await numbersAt(storage, 1).meant(AN, text)).toBe('/tre-han Nha Trang 2020');
  },
);

test.each(['3', '0', 'năm 2020', '/tre-han Nha Trang', '2 huyện nào trễ nhất', ''])(
  '%j is no choice and stays what it is',
  async (text) => {
    using storage = openStorage(':memory:');
    await numbersAt(storage).offer(AN, CHOICES);
    expect(await numbersAt(storage).meant(AN, text)).toBe(text);
  },
);

test('what was sent to the whole chat is answered by anyone, until they are answered something else', async () => {
  using storage = openStorage(':memory:');
  await numbersAt(storage).offer({ chat: 'g1', person: ANYONE }, [
    { label: 'Đã nhận', send: '/da-nhan #loc-tho' },
  ]);
  expect(await numbersAt(storage, 1).meant(AN, '1')).toBe('/da-nhan #loc-tho');
  await numbersAt(storage, 2).offer(AN, []);
  expect(await numbersAt(storage, 3).meant(AN, '1')).toBe('1');
  expect(await numbersAt(storage, 3).meant({ chat: 'g1', person: 'binh' }, '1')).toBe(
    '/da-nhan #loc-tho',
  );
});

test('a number typed a day later means nothing', async () => {
  using storage = openStorage(':memory:');
  await numbersAt(storage).offer(AN, CHOICES);
  expect(await numbersAt(storage, 24).meant(AN, '1')).toBe('/tre-han #cn-nha-trang');
  expect(await numbersAt(storage, 25).meant(AN, '1')).toBe('1');
});
