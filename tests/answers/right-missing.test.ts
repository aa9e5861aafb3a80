import { expect, test } from 'vitest';

import { tellRightMissing } from '../../src/answers/right-missing.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { headlineOf } from '../../src/replies/reply.ts';
import { SEVEN } from '../outbox/messages.ts';

const WHY = 'oa /v3.0/oa/group/message: not-allowed (HTTP 200, code -224) package';

test('a missing plan is told of once a day, to every chat of a keeper', async () => {
  const put: Outgoing[] = [];
  let now = SEVEN;
  const tell = tellRightMissing({
    audience: { bindings: async () => [] },
    keepers: [
      { channel: 'telegram', person: '9' },
      { channel: 'zalo-oa', person: '7' },
    ],
    outbox: { put: async (messages) => ({ queued: put.push(...messages), known: 0 }) },
    clock: { now: () => now },
  });
  await tell(WHY);
  await tell(WHY);
  expect(put.map(({ key }) => key)).toEqual([
    'zalo-right/2026-11-23/telegram:9',
    'zalo-right/2026-11-23/zalo-oa:7',
  ]);
  expect(put.map(({ reply }) => headlineOf(reply))[0]).toBe('Zalo không cho OA gửi tin');
  now = now.add({ hours: 24 });
  await tell(WHY);
  expect(put).toHaveLength(4);
});
