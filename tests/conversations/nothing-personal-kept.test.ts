import { expect, test } from 'vitest';

import { auditStore } from '../../src/storage/audit-store.ts';
import { openingChats } from './chats.ts';

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;

test.each([
  ['/linh-vuc gọi 0905123456 Nha Trang', '/linh-vuc gọi […] UBND thành phố Nha Trang'],
  ['Nha Trang lĩnh vực đất đai gọi 0905 123 456', 'đất đai gọi […]'],
])(
  'of %j a number of a person is kept nowhere, the question as understood included',
  async (typed, kept) => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    await chats.say(KEEPER, typed);
    await chats.open.unwritten.written();
    const [entry] = await auditStore(chats.open.storage).latest(1);
    expect(entry?.asked).toContain(kept);
    expect(JSON.stringify(entry)).not.toContain('0905');
  },
);
