import { createHash, createHmac } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type OaEvent, oaWebhook, type Unconfirmed } from '../../src/index.ts';

const APP = '360846524940903967';
const OA = '388613280878808645';
const KEY = 'mac-key';
const EVENT = {
  app_id: APP,
  sender: { id: 'u1' },
  recipient: { id: OA },
  event_name: 'user_send_text',
  message: { text: 'Trễ hạn?', msg_id: 'm1' },
  timestamp: '1543908534740',
};
const PLAIN = {
  kind: 'text',
  eventName: 'user_send_text',
  isEcho: false,
  key: 'user_send_text m1',
  appId: APP,
  oaId: OA,
  at: 1_543_908_534_740,
  userId: 'u1',
  groupId: null,
  messageId: 'm1',
  text: 'Trễ hạn?',
};

/** A delivery and how it is checked. */
type Checked = {
  readonly signature: string | null | undefined;
  readonly body: string | Uint8Array;
  readonly webhookKey: string;
  readonly unconfirmed?: Partial<Unconfirmed>;
};

function isRight({ signature, body, webhookKey, unconfirmed = {} }: Checked): boolean {
  const reader = oaWebhook({ appId: APP, webhookKey, unconfirmed });
  return reader.read({ signature, body }) !== 'wrong-signature';
}

/** What comes of a delivery that is signed, with its moment wherever it stands. */
function readIn(body: string | Uint8Array, unconfirmed: Partial<Unconfirmed> = {}) {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const moment = /"timestamp":"?(\d+)/u.exec(text)?.[1] ?? '';
  const signature = createHash('sha256').update(`${APP}${text}${moment}${KEY}`).digest('hex');
  return oaWebhook({ appId: APP, webhookKey: KEY, unconfirmed }).read({ signature, body });
}

function eventIn(body: string, unconfirmed: Partial<Unconfirmed> = {}): OaEvent {
  const read = readIn(body, unconfirmed);
  if (read === 'wrong-signature' || read.kind === 'unreadable') throw new Error('no event');
  return read;
}

describe.each([
  ['bare', (event: unknown) => event],
  ['in data', (data: unknown) => ({ data, error: 0 })],
  ['in result', (result: unknown) => ({ ok: true, result })],
])('an event %s', (_name, wrapped) => {
  const read = (event: unknown) => eventIn(JSON.stringify(wrapped(event)));

  test('from a person', () => {
    expect(read(EVENT)).toEqual(PLAIN);
  });

  test('with a timestamp that is a number', () => {
    expect(read({ ...EVENT, timestamp: 1_543_908_534_740 })).toEqual(PLAIN);
  });

  test.each([
    ['recipient.group_id', { recipient: { id: OA, group_id: 'g1' } }, OA],
    ['message.conversation_id', { message: { ...EVENT.message, conversation_id: 'g1' } }, OA],
    ['conversation.id', { conversation: { id: 'g1' } }, OA],
    ['group_id', { group_id: 'g1' }, OA],
    ['recipient.id', { recipient: { id: 'g1' } }, null],
    ['recipient.id, the account told apart', { oa_id: OA, recipient: { id: 'g1' } }, OA],
  ])('in a group whose id stands at %s', (_place, more, oaId) => {
    expect(read({ ...EVENT, event_name: 'user_send_group_text', ...more })).toEqual({
      ...PLAIN,
      eventName: 'user_send_group_text',
      key: 'user_send_group_text m1',
      groupId: 'g1',
      oaId,
    });
  });

  test('in a group that is told nowhere', () => {
    const event = { ...EVENT, event_name: 'user_send_group_text', oa_id: OA };
    expect(read(event)).toMatchObject({ kind: 'text', groupId: null, oaId: OA });
  });

  test('of the account itself is an echo, from nobody', () => {
    const echo = {
      ...EVENT,
      event_name: 'oa_send_group_text',
      sender: { id: OA },
      recipient: { group_id: 'g1' },
    };
    expect(read(echo)).toMatchObject({ isEcho: true, userId: null, oaId: OA, groupId: 'g1' });
  });

  test.each([
    ['user_send_group_image', 'image'],
    ['user_send_sticker', 'sticker'],
    ['user_send_group_file', 'file'],
    ['user_send_link', 'link'],
    ['user_send_audio', 'audio'],
    ['user_send_video', 'video'],
    ['user_send_gif', 'gif'],
    ['user_send_location', 'location'],
    ['user_send_business_card', 'other'],
    ['create_group', 'group-created'],
    ['update_group_info', 'group-changed'],
    ['user_join_group', 'joined-group'],
    ['user_out_group', 'left-group'],
    ['user_leave_group', 'left-group'],
    ['disperse_group', 'group-dissolved'],
    ['delete_group', 'group-dissolved'],
    ['user_send_group_follow', 'other'],
    ['user_send_toString', 'other'],
    ['toString', 'other'],
  ])('%s is %s', (eventName, kind) => {
    expect(read({ ...EVENT, event_name: eventName }).kind).toBe(kind);
  });

  test('of somebody who follows', () => {
    const follow = {
      oa_id: OA,
      follower: { id: 'u1' },
      event_name: 'follow',
      app_id: APP,
      timestamp: '1543908534740',
    };
    const expected = { ...PLAIN, kind: 'follow', eventName: 'follow', key: null };
    expect(read(follow)).toEqual({ ...expected, messageId: null, text: null });
  });

  test('without a name cannot be read', () => {
    const body = JSON.stringify(wrapped({ ...EVENT, event_name: undefined }));
    const said = { kind: 'unreadable', reason: 'form', places: ['event_name'] };
    expect(readIn(body)).toEqual(said);
  });

  test.each([
    ['no moment', { ...EVENT, timestamp: undefined }],
    ['a moment in words', { ...EVENT, timestamp: 'now' }],
    ['a moment beyond all days', { ...EVENT, timestamp: '9'.repeat(20) }],
  ])('with %s cannot be signed', (_problem, event) => {
    expect(readIn(JSON.stringify(wrapped(event)))).toBe('wrong-signature');
  });
});

test('where the group stands can be said otherwise', () => {
  const event = {
    ...EVENT,
    event_name: 'user_send_group_text',
    recipient: { id: OA, group_id: 'not-this' },
    message: { ...EVENT.message, conversation_id: 'g1' },
  };
  const groupIdAt = ['message.conversation_id'] as const;
  expect(eventIn(JSON.stringify(event), { groupIdAt }).groupId).toBe('g1');
});

test('any JSON is an event, unreadable or not signed, and nothing else', () => {
  const near = fc.record(
    {
      event_name: fc.oneof(fc.constantFrom('user_send_group_text', '__proto__'), fc.jsonValue()),
      timestamp: fc.oneof(fc.constantFrom('1', 2), fc.jsonValue()),
      sender: fc.jsonValue(),
      recipient: fc.jsonValue(),
      message: fc.jsonValue(),
      data: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), (value) => {
      const read = readIn(JSON.stringify(value));
      const at = read === 'wrong-signature' || read.kind === 'unreadable' ? 0 : read.at;
      expect(at).toSatisfy(Number.isFinite);
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string()), (body) => {
      expect(readIn(body)).toBe('wrong-signature');
    }),
  );
});

const HEX = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

describe('signatures', () => {
  /** Spaces and order as Zalo sends them: signed are the bytes. */
  const body = `${JSON.stringify(EVENT, null, 1)}\n`;
  const plain = (first: string, key = KEY) =>
    createHash('sha256').update(`${first}${body}1543908534740${key}`).digest('hex');
  const hmac = createHmac('sha256', KEY).update(`${APP}${body}1543908534740`).digest('hex');
  const check = (signature: string | null | undefined, more = {}) =>
    isRight({ signature, body, webhookKey: KEY, ...more });

  test.each([
    ['as documented', plain(APP), true],
    ['with its prefix', `mac=${plain(APP)}`, true],
    ['in capitals, with spaces around', ` MAC=${plain(APP).toUpperCase()} `, true],
    ['beginning with the id of the account', plain(OA), true],
    ['by HMAC, which is off unless switched on', hmac, false],
    ['beginning with another app', plain('1'), false],
    ['with another key', plain(APP, 'mac-kez'), false],
    ['cut short', plain(APP).slice(1), false],
    ['of nothing', '', false],
    ['only its prefix', 'mac=', false],
    ['missing', null, false],
    ['missing altogether', undefined, false],
  ])('%s', (_name, signature, right) => {
    expect(check(signature)).toBe(right);
  });

  test('bytes count as the text they are', () => {
    expect(check(plain(APP), { body: new TextEncoder().encode(body) })).toBe(true);
  });

  test('one byte changed, and it is nobody', () => {
    expect(check(plain(APP), { body: body.replace('Trễ', 'Tre') })).toBe(false);
    expect(check(plain(APP), { body: body.trimEnd() })).toBe(false);
  });

  test('an empty key makes nothing right', () => {
    expect(check(plain(APP, ''), { webhookKey: '' })).toBe(false);
  });

  test.each(['', 'a', '[]', '{}', 'null'])('a body of %j is never right', (other) => {
    expect(check(plain(APP), { body: other })).toBe(false);
  });

  test('the ways that are accepted can be said otherwise', () => {
    const delivery = {
      body,
      webhookKey: KEY,
      unconfirmed: { oaSignatures: ['hmac-sha256'] },
    } as const;
    expect(isRight({ ...delivery, signature: hmac })).toBe(true);
    expect(isRight({ ...delivery, signature: plain(APP) })).toBe(false);
  });

  test('no other signature is right', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), HEX), (signature) => {
        fc.pre(signature !== plain(APP));
        expect(check(signature)).toBe(false);
      }),
    );
  });
});
