import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { APP, EVENT, eventIn, OA, readIn } from './deliveries.ts';

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
