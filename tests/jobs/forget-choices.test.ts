import { expect, test } from 'vitest';

import { forgetChoices } from '../../jobs/forget-choices.ts';
import { fixedClock } from '../../src/clock.ts';
import { choiceListStore } from '../../src/storage/choice-list-store.ts';
import { choiceStore } from '../../src/storage/choice-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { seenEvents } from '../../src/storage/seen-events.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';

const NOW = Temporal.Instant.from('2026-11-21T20:00:00Z');
const CHOICE = { channel: 'telegram', chat: '-100123', person: '42', send: '/tre-han Nha Trang' };

async function withButtons() {
  const storage = openStorage(':memory:');
  const choices = choiceStore(storage);
  const keptAt = async (at: Temporal.Instant) => (await choices.keep([CHOICE], at))[0] ?? '';
  const old = await keptAt(NOW.subtract({ hours: 30 * 24, seconds: 1 }));
  const young = await keptAt(NOW.subtract({ hours: 30 * 24 }));
  const [lists, seen] = [choiceListStore(storage), seenEvents(storage)];
  const list = { channel: 'zalo-bot', chat: '8390', person: '67', sends: ['/tre-han'] };
  const longAgo = NOW.subtract({ hours: 31 * 24 });
  await lists.keep(list, longAgo);
  await lists.keep({ ...list, person: '68' }, NOW);
  await seen.isNew('zalo-bot', 'm1', longAgo);
  await seen.isNew('zalo-bot', 'm2', longAgo);
  const refused = snapshotStore(storage);
  const payload = { source: 'x', origin: 'x', problems: [] };
  await refused.quarantine({ ...payload, contentHash: '1', at: longAgo });
  await refused.quarantine({ ...payload, contentHash: '2', at: NOW });
  const job = forgetChoices({ choices, lists, seen, refused, clock: fixedClock(NOW) });
  const left = async () => [
    (await choices.recall(old)) !== null,
    (await choices.recall(young)) !== null,
  ];
  return { job, left, [Symbol.dispose]: () => storage.close() };
}

test('buttons, numbers, events and refusals of more than thirty days are forgotten, the others stay', async () => {
  using buttons = await withButtons();
  const outcome = await buttons.job.run({ dry: false });
  expect(outcome.summary).toEqual({ forgotten: 1, lists: 1, events: 2, refused: 1 });
  expect(await buttons.left()).toEqual([false, true]);
});

test('a dry run tells what it would forget, and forgets nothing', async () => {
  using buttons = await withButtons();
  expect(await buttons.job.run({ dry: true })).toEqual({
    summary: { forgotten: 0, lists: 0, events: 0, refused: 0 },
    details: ['choices kept before 2026-10-22T20:00:00Z'],
  });
  expect(await buttons.left()).toEqual([true, true]);
});

test('runs every night', async () => {
  using buttons = await withButtons();
  expect([buttons.job.name, buttons.job.when]).toEqual(['forget-choices', '0 3 * * *']);
});
