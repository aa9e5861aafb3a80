import { describe, expect, test } from 'vitest';

import { tellCorrected } from '../../src/answers/tell-corrected.ts';
import type { AuditEntry } from '../../src/audit/store.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import { auditStore } from '../../src/storage/audit-store.ts';
import { auditEntryOf } from '../contracts/audit-store-contract.ts';
import { type Differences, snapshotOf } from '../contracts/sample-snapshots.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { published, row } from '../queries/known.ts';

const NOON = Temporal.Instant.from('2024-03-01T05:00:00Z');
const NHA_TRANG = '/tre-han UBND thành phố Nha Trang #tp-nha-trang';

const FIRST: Differences = {
  figures: [row('tp-nha-trang', 10, 1_000), row('tp-cam-ranh', 5, 1_000)],
  statements: [published('h-cam-lam', 314)],
};
const SECOND: Differences = {
  figures: [row('tp-nha-trang', 12, 1_000), row('tp-cam-ranh', 5, 1_000)],
  statements: [published('h-cam-lam', 320)],
};

type Setting = {
  readonly told: readonly Partial<AuditEntry>[];
  readonly mode?: 'open' | 'bound';
  readonly second?: Differences;
};

/** What chats are told when the second version comes; each entry rests on the first. */
async function messages({ told, mode = 'bound', second = SECOND }: Setting) {
  using open = await openInMemory(new HandWoundTime(NOON), 'none');
  const { knowledge, reception, storage } = open;
  const { id } = await knowledge.snapshots.record(snapshotOf(FIRST));
  const audit = auditStore(storage);
  await audit.add(
    told.map((one) => auditEntryOf({ asked: NHA_TRANG, snapshots: [id], at: NOON, ...one })),
  );
  const caused = await tellCorrected(snapshotOf({ ...second, fetchedAt: NOON }), {
    snapshots: knowledge.snapshots,
    audit,
    audience: {
      bindingOf: async (channel, chat) =>
        chat === '-100'
          ? {
              channel,
              chat,
              title: null,
              role: 'leader',
              agency: null,
              boundAt: NOON,
              boundBy: 'telegram:9',
            }
          : null,
    },
    directory: reception.directory,
    afterQuiet: (at) => at,
    access: {
      keepers: [{ channel: 'telegram', person: '9' }],
      localChannels: new Set(['console']),
      mode,
    },
  });
  return typeof caused === 'function' ? caused(SnapshotId.parse(2)) : caused;
}

const shown = ({ reply }: Outgoing) =>
  plainText(reply.blocks, { limit: Infinity, tableWidth: 100 }).join('\n');

describe('what is told', () => {
  test('is about the agency that was asked about', async () => {
    const [message, ...others] = await messages({ told: [{}] });
    if (message === undefined) throw new Error('no message');
    expect(others).toEqual([]);
    expect(shown(message)).toContain('trễ hạn 1,20% (12/1.000), trước là 1,00% (10/1.000)');
    expect(shown(message)).not.toContain('Cam Lâm');
    expect(message.reply.snapshots).toEqual([2]);
    expect(message.key).toBe('restated/1/telegram:-100');
    expect(message.notBefore.equals(NOON.add({ minutes: 10 }))).toBe(true);
  });

  test('is everything that changed, where a ranking named none', async () => {
    const [message] = await messages({ told: [{ asked: '/xep-hang huyện' }] });
    if (message === undefined) throw new Error('no message');
    expect(shown(message)).toContain('UBND thành phố Nha Trang: trễ hạn 1,20%');
    expect(shown(message)).toContain(
      'UBND huyện Cam Lâm: tỷ lệ hồ sơ trễ hạn 3,20%, trước là 3,14%',
    );
    expect(shown(message)).not.toContain('Cam Ranh');
  });

  test('is no more than a renewal, where what was asked about did not change', async () => {
    const cam = '/tre-han UBND thành phố Cam Ranh #tp-cam-ranh';
    const [message] = await messages({ told: [{ asked: cam }] });
    expect(message?.renews).toBe('only');
  });

  test('names the counts where the rate is the same', async () => {
    const figures = [{ ...row('tp-nha-trang', 10, 1_000) }, row('tp-cam-ranh', 5, 1_000)];
    const [first, second] = figures;
    if (first === undefined || second === undefined) throw new Error('two rows');
    const more = { ...first, counts: { ...first.counts, received: 1_500 } };
    const [message] = await messages({ told: [{}], second: { ...FIRST, figures: [more, second] } });
    expect(message === undefined ? '' : shown(message)).toContain(
      'tiếp nhận 1.500, trước là không ghi',
    );
  });

  test('is what was pushed, too', async () => {
    const typed = 'leader-digest/2024-02-29/telegram:-100/tp-nha-trang';
    const [message] = await messages({ told: [{ person: null, asked: null, typed }] });
    expect(message === undefined ? '' : shown(message)).toContain('trễ hạn 1,20%');
  });

  test('is about what was pushed, and nothing else, also where its key names no agency', async () => {
    const second = { ...SECOND, figures: [...(SECOND.figures ?? [])].slice(0, 1) };
    const about = 'alert/2024-02-29/telegram:-100/1/tp-nha-trang';
    const [alerted] = await messages({ told: [{ person: null, asked: null, typed: about }] });
    expect(alerted === undefined ? '' : shown(alerted)).not.toContain('Cam Lâm');
    const before = { person: null, asked: null, typed: 'restated/1/telegram:-100/tp-nha-trang' };
    const [again] = await messages({ told: [{}, before], second });
    expect(again === undefined ? '' : shown(again)).not.toContain('Cam Lâm');
    expect(again?.about).toEqual(['tp-nha-trang']);
  });
});

/** The chats that get a message. */
const chats = async (setting: Setting) =>
  (await messages(setting)).map(({ channel, address }) => `${channel}:${address.chat}`);

describe('who is told', () => {
  test.each([
    ['a chat that was let in', {}, 'bound', ['telegram:-100']],
    ['nobody else', { chat: '-200' }, 'bound', []],
    ['anybody, where access is open', { chat: '-200' }, 'open', ['telegram:-200']],
    ['a keeper', { chat: '9' }, 'bound', ['telegram:9']],
    ['no private chat of the page: it lives in memory', { channel: 'web', chat: '5' }, 'open', []],
    ['no shell', { channel: 'console', chat: '1' }, 'open', []],
  ] as const)('%s', async (_who, entry, mode, expected) => {
    expect(await chats({ told: [entry], mode })).toEqual(expected);
  });

  test('one that was told nothing of the table is told nothing', async () => {
    expect(await chats({ told: [{ snapshots: [SnapshotId.parse(7)] }] })).toEqual([]);
  });

  test('a reading that says the same is no correction', async () => {
    expect(await messages({ told: [{}], second: FIRST })).toEqual([]);
  });
});
