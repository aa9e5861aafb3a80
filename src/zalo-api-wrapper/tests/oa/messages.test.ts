import { expect, test } from 'vitest';

import type { ZaloOa } from '../../src/index.ts';
import { madeCall, type OaCase, saidOf } from './made-call.ts';
import { broughtBy, oaAt, type SmallOa, smallOa } from './small-oa.ts';

const SENT = {
  data: { message_id: 'm1', group_id: 'g' },
  expected: { messageId: 'm1', date: null },
};
const IMAGE = (attachmentId: string) => ({
  type: 'template',
  payload: {
    template_type: 'media',
    elements: [{ media_type: 'image', attachment_id: attachmentId }],
  },
});

const CASES: readonly OaCase[] = [
  {
    name: 'text to a person',
    call: (oa) => oa.sendToUser('u', { kind: 'text', text: 'Trễ hạn' }),
    path: '/v3.0/oa/message/cs',
    json: { recipient: { user_id: 'u' }, message: { text: 'Trễ hạn' } },
    ...SENT,
  },
  {
    name: 'image to a person',
    call: (oa) => oa.sendToUser('u', { kind: 'image', attachmentId: 'a1' }),
    path: '/v3.0/oa/message/cs',
    json: { recipient: { user_id: 'u' }, message: { attachment: IMAGE('a1') } },
    ...SENT,
  },
  {
    name: 'text to a group',
    call: (oa) => oa.sendToGroup('g', { kind: 'text', text: 'Trễ hạn' }),
    path: '/v3.0/oa/group/message',
    json: { recipient: { group_id: 'g' }, message: { text: 'Trễ hạn' } },
    ...SENT,
  },
  {
    name: 'image with text to a group',
    call: (oa) => oa.sendToGroup('g', { kind: 'image', attachmentId: 'a1', text: 'Trễ hạn' }),
    path: '/v3.0/oa/group/message',
    json: { recipient: { group_id: 'g' }, message: { text: 'Trễ hạn', attachment: IMAGE('a1') } },
    ...SENT,
  },
  {
    name: 'image alone to a group',
    call: (oa) => oa.sendToGroup('g', { kind: 'image', attachmentId: 'a1' }),
    path: '/v3.0/oa/group/message',
    json: { recipient: { group_id: 'g' }, message: { attachment: IMAGE('a1') } },
    ...SENT,
  },
  {
    name: 'file to a group',
    call: (oa) => oa.sendToGroup('g', { kind: 'file', fileToken: 't1' }),
    path: '/v3.0/oa/group/message',
    json: {
      recipient: { group_id: 'g' },
      message: { attachment: { type: 'file', payload: { token: 't1' } } },
    },
    ...SENT,
  },
  {
    name: 'mentions in a group',
    call: (oa) =>
      oa.sendToGroup('g', {
        kind: 'mention',
        parts: ['Mời ', { userId: '186' }, ' và ', { everyone: true }, ' xem'],
      }),
    path: '/v3.0/oa/group/message',
    json: { recipient: { group_id: 'g' }, message: { text: 'Mời [@186] và [@g] xem' } },
    ...SENT,
  },
];

test.each(CASES)('$name', async (one) => {
  expect(await madeCall(one)).toEqual(saidOf(one));
});

test.each([
  ['an empty text', (oa) => oa.sendToUser('u', { kind: 'text', text: '' }), 'text-empty'],
  [
    'a text too long',
    (oa) => oa.sendToGroup('g', { kind: 'text', text: 'ờ'.repeat(2_001) }),
    'text-too-long',
  ],
  [
    'a text beside a picture, unless that is switched on,',
    (oa) => oa.sendToGroup('g', { kind: 'image', attachmentId: 'a', text: 'b' }),
    'text-beside-image',
  ],
] satisfies [string, (oa: ZaloOa) => Promise<unknown>, string][])(
  '%s is not sent at all',
  async (_name, call, problem) => {
    await using oa = await smallOa();
    await expect(call(oaAt(oa))).rejects.toMatchObject({ name: 'ZaloCallInvalid', problem });
    expect(oa.server.seen).toEqual([]);
  },
);

test('how long a text may be can be said otherwise', async () => {
  await using oa = await smallOa();
  const account = oaAt(oa, { unconfirmed: { oaTextLimit: 2_001 } });
  await account.sendToGroup('g', { kind: 'text', text: 'ờ'.repeat(2_001) });
  expect(oa.calls()).toHaveLength(1);
});

/** An account of which it has been seen that text may stand beside a picture. */
const besideAt = (oa: SmallOa) => oaAt(oa, { unconfirmed: { textBesideImage: true } });

test('nobody is mentioned by words that only look like a mention', async () => {
  await using oa = await smallOa();
  const message = { kind: 'text', text: 'Hồ sơ [@g] của [@186]' } as const;
  await oaAt(oa).sendToGroup('g', message);
  await besideAt(oa).sendToGroup('g', { ...message, kind: 'image', attachmentId: 'a' });
  await oaAt(oa).sendToGroup('g', { kind: 'mention', parts: [message.text, { userId: '7' }] });
  const texts = oa.calls().map((seen) => JSON.stringify(broughtBy(seen)));
  await oaAt(oa).sendToGroup('g', { kind: 'mention', parts: ['[', '@186] [', '@g]'] });
  expect(JSON.stringify(broughtBy(oa.calls().at(-1)))).not.toContain('[@');
  expect(texts.map((said) => said.match(/\[@\d*g?\]/gu))).toEqual([null, null, ['[@7]']]);
});

test('a text is as long with such words as it was', async () => {
  await using oa = await smallOa();
  const said = '[@'.repeat(1_000);
  await oaAt(oa).sendToGroup('g', { kind: 'text', text: said });
  expect(broughtBy(oa.calls()[0])).toMatchObject({ message: { text: '［@'.repeat(1_000) } });
});

test('where no mark makes a mention, text stays as it is', async () => {
  await using oa = await smallOa();
  const account = oaAt(oa, { unconfirmed: { mention: { before: '', after: '' } } });
  await account.sendToGroup('g', { kind: 'text', text: '[@g]' });
  expect(broughtBy(oa.calls()[0])).toMatchObject({ message: { text: '[@g]' } });
});
