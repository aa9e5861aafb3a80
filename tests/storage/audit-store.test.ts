import { expect, test } from 'vitest';

import { auditCode } from '../../src/audit/audit-code.ts';
import { markOf } from '../../src/audit/reply-mark.ts';
import { textReply } from '../../src/replies/reply.ts';
import { auditStore } from '../../src/storage/audit-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { auditEntryOf, describeAuditStore } from '../contracts/audit-store-contract.ts';
import { messageOf, SEVEN } from '../outbox/messages.ts';

describeAuditStore('SQLite', () => {
  const storage = openStorage(':memory:');
  return { ...auditStore(storage), [Symbol.dispose]: () => storage.close() };
});

test('a batch is kept whole or not at all', async () => {
  using storage = openStorage(':memory:');
  const store = auditStore(storage);
  await expect(store.add([auditEntryOf(), auditEntryOf({ replyHash: 'no hash' })])).rejects.toThrow(
    /constraint/u,
  );
  expect(await store.latest(9)).toEqual([]);
});

test('account is not changed afterwards', async () => {
  using storage = openStorage(':memory:');
  await auditStore(storage).add([auditEntryOf()]);
  expect(() => storage.database.exec(`update audit set person = 'x'`)).toThrow(/not changed/u);
});

test('a push is accounted for when it is queued, once', async () => {
  using storage = openStorage(':memory:');
  const outbox = outboxStore(storage);
  const reply = textReply([{ kind: 'headline', line: ['4 quá hạn'] }]);
  const message = messageOf('morning-list/2026-11-23/telegram:-1', { reply });
  await outbox.put([message], SEVEN);
  await outbox.put([message], SEVEN.add({ minutes: 1 }));
  const { headline, replyHash } = markOf(reply);
  expect(await auditStore(storage).latest(9)).toEqual([
    {
      code: auditCode(1),
      at: SEVEN,
      channel: 'telegram',
      chat: '-1',
      person: null,
      role: null,
      typed: message.key,
      asked: null,
      headline,
      replyHash,
      list: null,
      snapshots: [],
      revision: 0,
    },
  ]);
});
