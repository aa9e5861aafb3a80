import { expect, test } from 'vitest';

import { countMessages } from '../../src/answers/count-messages.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { plain } from '../../src/replies/reply.ts';
import { messageCounts } from '../../src/storage/message-counts.ts';
import { openStorage } from '../../src/storage/open.ts';

const KEEPERS = [
  { channel: 'telegram', person: '11' },
  { channel: 'zalo-bot', person: '67' },
];

test('keepers are told at 80 % and when it is used up, each once a month', async () => {
  using storage = openStorage(':memory:');
  const put: Outgoing[] = [];
  let now = Temporal.Instant.from('2026-11-30T08:00+07:00');
  const room = {
    counts: messageCounts(storage),
    outbox: {
      put: async (messages: readonly Outgoing[]) => {
        put.push(...messages);
        return { queued: messages.length, known: 0 };
      },
    },
    clock: { now: () => now },
    keepers: KEEPERS,
  };
  const plan = { channel: 'zalo-bot', messages: 10, receivedCount: false };
  const counted = countMessages(plan, room);
  const count = async (times: number) => {
    for (let time = 0; time < times; time += 1) await counted('sent');
    return put.splice(0).map(({ key }) => key);
  };
  expect(await count(7)).toEqual([]);
  expect(await count(1)).toEqual([
    'quota/2026-11/zalo-bot 80/telegram:11',
    'quota/2026-11/zalo-bot 80/zalo-bot:67',
  ]);
  expect(await count(1)).toEqual([]);
  expect(await count(2)).toEqual([
    'quota/2026-11/zalo-bot 100/telegram:11',
    'quota/2026-11/zalo-bot 100/zalo-bot:67',
  ]);
  now = now.add({ hours: 24 });
  expect(await count(7)).toEqual([]);
});

test('what they are told says how much is left', async () => {
  using storage = openStorage(':memory:');
  const put: Outgoing[] = [];
  const counted = countMessages(
    { channel: 'zalo-bot', messages: 5, receivedCount: true },
    {
      counts: messageCounts(storage),
      outbox: {
        put: async (messages) => {
          put.push(...messages);
          return { queued: 1, known: 0 };
        },
      },
      clock: { now: () => Temporal.Instant.from('2026-11-30T08:00+07:00') },
      keepers: KEEPERS.slice(0, 1),
    },
  );
  for (const kind of ['received', 'sent', 'received', 'sent'] as const) await counted(kind);
  const lines = put[0]?.reply.blocks.map((block) => ('line' in block ? plain(block.line) : ''));
  expect(lines).toEqual([
    'Zalo Bot đã dùng 80% số tin tháng 11/2026: 4/5',
    'Còn 1 tin. Hết số tin này ứng dụng nhắn tin có thể không nhận tin của bot nữa cho đến đầu tháng sau.',
    'Xem /lich ở từng nhóm để bỏ bớt tin tự động, hoặc nâng gói.',
  ]);
});
