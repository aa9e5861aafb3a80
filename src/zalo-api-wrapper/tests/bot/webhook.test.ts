import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type BotUpdate, botWebhook, type Unconfirmed } from '../../src/index.ts';

const MESSAGE = {
  message_id: 'm1',
  date: 1_750_316_131_602,
  from: { id: 'u1', display_name: 'Ngọc', is_bot: false },
  chat: { id: 'g1', chat_type: 'GROUP' },
};
const PLAIN = {
  messageId: 'm1',
  date: 1_750_316_131_602,
  from: { id: 'u1', displayName: 'Ngọc', isBot: false },
  chat: { id: 'g1', kind: 'group' },
  text: null,
  photoUrl: null,
  caption: null,
  sticker: null,
  url: null,
  voiceUrl: null,
};

const SECRET = '12345678';

/** What comes of a delivery that brings the secret. */
function readIn(body: string | Uint8Array, unconfirmed: Partial<Unconfirmed> = {}) {
  return botWebhook({ secret: SECRET, unconfirmed }).read({ secret: SECRET, body });
}

function updateIn(body: string, unconfirmed: Partial<Unconfirmed> = {}): BotUpdate {
  const read = readIn(body, unconfirmed);
  if (read === 'wrong-secret' || read.kind === 'unreadable') throw new Error('no update');
  return read;
}

/** Each in the documented envelope and bare. */
describe.each([
  ['in its envelope', (update: unknown) => ({ ok: true, result: update })],
  ['bare', (update: unknown) => update],
])('an update %s', (_name, wrapped) => {
  const read = (update: unknown) => updateIn(JSON.stringify(wrapped(update)));

  test.each([
    [
      'message.text.received',
      'text',
      { text: '@Bot Đúng Hẹn /tre-han' },
      { text: '@Bot Đúng Hẹn /tre-han' },
    ],
    [
      'message.image.received',
      'image',
      { photo: 'https://z/1.jpg', caption: 'c' },
      { photoUrl: 'https://z/1.jpg', caption: 'c' },
    ],
    [
      'message.image.received',
      'image',
      { photo_url: 'https://z/1.jpg' },
      { photoUrl: 'https://z/1.jpg' },
    ],
    [
      'message.sticker.received',
      'sticker',
      { sticker: 's1', url: 'https://z/s' },
      { sticker: 's1', url: 'https://z/s' },
    ],
    [
      'message.voice.received',
      'voice',
      { voice_url: 'https://z/v.aac' },
      { voiceUrl: 'https://z/v.aac' },
    ],
    ['message.unsupported.received', 'unsupported', {}, {}],
    ['message.link.received', 'other', { url: 'https://z' }, { url: 'https://z' }],
    ['message.text.received', 'text', { text: null, mentions: [{}] }, {}],
  ])('%s is %s', (eventName, kind, more, expected) => {
    expect(read({ event_name: eventName, message: { ...MESSAGE, ...more } })).toEqual({
      kind,
      eventName,
      key: `${eventName} m1`,
      message: { ...PLAIN, ...expected },
      chat: PLAIN.chat,
    });
  });

  test.each(['message.unsupported.received', 'message.reaction.received', 'bot.added'])(
    '%s is let through without a message, or with one of another form',
    (eventName) => {
      const bare = { eventName, key: null, message: null, chat: null };
      expect(read({ event_name: eventName })).toMatchObject(bare);
      expect(read({ event_name: eventName, message: { emoji: '👍' } })).toMatchObject(bare);
    },
  );

  test.each([
    ['in half a message', { message: { chat: { id: 'g1', chat_type: 'GROUP' } } }],
    ['beside it', { chat: { id: 'g1', chat_type: 'GROUP' }, message: { from: 7 } }],
  ])('of an event nobody has described the chat is read where it stands %s', (_words, parts) => {
    const update = read({ event_name: 'bot.added', ...parts });
    expect(update).toMatchObject({ message: null, chat: { id: 'g1', kind: 'group' } });
  });

  test('a name may stand where some clients know it, and a chat be private', () => {
    const message = {
      ...MESSAGE,
      text: 'a',
      from: { id: 'u1', name: 'Ngọc' },
      chat: { id: 'u1', chat_type: 'PRIVATE' },
    };
    expect(read({ event_name: 'message.text.received', message }).message).toMatchObject({
      from: { id: 'u1', displayName: 'Ngọc', isBot: false },
      chat: { id: 'u1', kind: 'private' },
    });
  });

  test.each([
    ['PRIVATE', 'private'],
    ['private', 'private'],
    ['GROUP', 'group'],
    // what is said to be private may be answered with what others must not read
    ['COMMUNITY', 'group'],
    ['', 'group'],
  ])('a chat of type %j is taken for a %s', (chatType, kind) => {
    const message = { ...MESSAGE, text: 'a', chat: { id: 'c1', chat_type: chatType } };
    expect(read({ event_name: 'message.text.received', message }).message?.chat.kind).toBe(kind);
  });

  test.each([
    ['no message', undefined, ['message']],
    ['no chat', { ...MESSAGE, chat: undefined }, ['message.chat']],
    ['an id that lost digits', { ...MESSAGE, message_id: 2 ** 60 }, ['message.message_id']],
    ['a date in words', { ...MESSAGE, date: 'today' }, ['message.date']],
  ])('a text with %s cannot be read', (_problem, message, places) => {
    const update = { event_name: 'message.text.received', message };
    expect(readIn(JSON.stringify(wrapped(update)))).toEqual({
      kind: 'unreadable',
      reason: 'form',
      places,
    });
  });
});

test('an event this package does not know can be named', () => {
  const body = JSON.stringify({ event_name: 'message.link.received', message: MESSAGE });
  const botEventKinds = { 'message.link.received': 'text' } as const;
  expect(updateIn(body, { botEventKinds }).kind).toBe('text');
});

test('any JSON is an update or unreadable, and nothing else', () => {
  const near = fc.record(
    {
      ok: fc.oneof(fc.constant(true), fc.jsonValue()),
      result: fc.record(
        {
          event_name: fc.oneof(
            fc.constantFrom('message.text.received', 'toString', '__proto__', 'constructor'),
            fc.jsonValue(),
          ),
          message: fc.oneof(fc.constant(MESSAGE), fc.jsonValue()),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), (value) => {
      const read = readIn(JSON.stringify(value));
      if (read === 'wrong-secret') throw new Error(read);
      expect(read.kind === 'unreadable' ? 'unreadable' : read.eventName).not.toBe('');
    }),
  );
});

test('any bytes are no update, or one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string()), (body) => {
      expect(readIn(body)).toMatchObject({ kind: 'unreadable' });
    }),
  );
});

test.each([
  ['12345678', '12345678', true],
  ['12345679', '12345678', false],
  ['1234567', '12345678', false],
  ['123456789', '12345678', false],
  ['', '12345678', false],
  [null, '12345678', false],
  [undefined, '12345678', false],
  ['', '', false],
  [null, '', false],
  ['khoá', 'khoá', true],
])('secret %j for %j: %s', (given, secret, right) => {
  const body = JSON.stringify({ event_name: 'message.unsupported.received' });
  const read = botWebhook({ secret }).read({ secret: given, body });
  expect(read !== 'wrong-secret').toBe(right);
});
