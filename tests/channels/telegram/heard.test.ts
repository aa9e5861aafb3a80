import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { heard } from '../../../src/channels/telegram/heard.ts';
import { readUpdate } from '../../../src/channels/telegram/update.ts';

const ME = { id: 4242, username: 'DungHenBot' };

/** What an update of `fixtures/telegram` means. */
function hearing(name: string) {
  const raw: unknown = JSON.parse(readFileSync(`fixtures/telegram/${name}.json`, 'utf8'));
  const update = readUpdate(raw);
  if (update === null) throw new Error(`${name} was not read`);
  return heard(update, ME);
}

const said = (text: string) =>
  heard(
    {
      message: {
        message_id: 1,
        chat: { id: -1, type: 'group' },
        from: { id: 2, is_bot: false },
        text,
        document: null,
      },
    },
    ME,
  );

describe('a message', () => {
  test.each([
    [
      'command-in-private',
      '/tre-han Nha Trang',
      true,
      { chat: '5001', topic: null, replyTo: null },
    ],
    [
      'hyphen-command-in-supergroup',
      '/tre-han Nha Trang',
      true,
      { chat: '-1001234567890', topic: null, replyTo: 42 },
    ],
    ['talk-in-group', 'chiều nay họp lúc 14:00', false, { chat: '-500', topic: null, replyTo: 43 }],
    [
      'mention-in-topic',
      'Nha Trang trễ hạn bao nhiêu ?',
      true,
      { chat: '-1009876543210', topic: 7, replyTo: 45 },
    ],
    ['talk-in-topic-opened-by-bot', 'cảm ơn', false, { topic: 7 }],
    ['reply-to-bot-without-topics', 'còn Cam Ranh?', true, { topic: null, replyTo: 47 }],
  ])('%s', (name, text, addressed, place) => {
    expect(hearing(name)).toMatchObject({ kind: 'message', message: { text, addressed }, place });
  });

  test.each(['command-for-another-bot', 'post-of-linked-channel', 'other-bot', 'photo', 'edited'])(
    '%s is ignored',
    (name) => {
      expect(hearing(name)).toEqual({ kind: 'ignored' });
    },
  );

  test('of an administrator who hides counts as the group’s, and anyone may press its buttons', () => {
    expect(hearing('anonymous-administrator')).toMatchObject({
      message: { person: '-1001234567890', text: '/tre_han', addressed: true },
      owner: '*',
    });
  });

  test.each([
    ['/tre-han@dunghenbot', '/tre-han'],
    ['/tre-han@DungHenBot Nha Trang', '/tre-han Nha Trang'],
    ['/trễ hạn@DungHenBot  Nha Trang', '/trễ hạn Nha Trang'],
    ['@DungHenBot Nha Trang @DungHenBot', 'Nha Trang'],
    ['@DungHenBot', ''],
    ['@DungHenBot2 Nha Trang', '@DungHenBot2 Nha Trang'],
    ['/x\n@DungHenBot\ny', '/x\n \ny'],
  ])('%j is heard as %j', (text, expected) => {
    expect(said(text)).toMatchObject({
      message: { text: expected, addressed: expected !== text },
    });
  });

  test.each(['/tre-han@NhacViecBot', '/tre_han@nhac_viec_bot Nha Trang', '/trễ-hạn@XBOT'])(
    '%j is for another bot',
    (text) => {
      expect(said(text).kind).toBe('ignored');
    },
  );

  test.each(['/tre-han Nha Trang', 'hỏi @NhacViecBot đi', '/tre-han@nhatrang'])(
    '%j is not for another bot',
    (text) => {
      expect(said(text)).toMatchObject({ kind: 'message', message: { text } });
    },
  );
});

describe('other updates', () => {
  test('a press, even on a message too old to be shown', () => {
    expect(hearing('press-on-old-message')).toEqual({
      kind: 'press',
      query: '21474836480001',
      key: 'k7Qm2',
      person: '5001',
      chatKind: 'group',
      names: { chatTitle: 'CCHC Nha Trang' },
      place: { chat: '-1001234567890', topic: null, replyTo: 30 },
    });
  });

  test('being thrown out', () => {
    expect(hearing('thrown-out')).toEqual({ kind: 'membership', chat: '-500', status: 'kicked' });
  });

  test('a group that became a supergroup', () => {
    expect(hearing('group-became-supergroup')).toEqual({
      kind: 'moved',
      chat: '-500',
      to: '-1001234567890',
    });
  });

  test.each([null, 'text', [], { message: {} }, { callback_query: { id: 1 } }])(
    'what is not documented is not read: %j',
    (raw) => {
      expect(readUpdate(raw)).toBeNull();
    },
  );
});
