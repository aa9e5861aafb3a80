import { expect, test } from 'vitest';

import type { ZaloOa } from '../../src/index.ts';
import { always, type Answering, inTurn, text } from '../answering-server.ts';
import { oaAt, smallOa } from './small-oa.ts';

const sendText = (oa: ZaloOa) => oa.sendToGroup('g', { kind: 'text', text: 'a' });

test.each([
  [-32, 'limited'],
  [-100, 'limited'],
  [-201, 'bad-request'],
  [-211, 'limited'],
  [-213, 'refused'],
  [-217, 'refused'],
  [-224, 'not-allowed'],
  [-230, 'refused'],
  [-233, 'refused'],
  [-234, 'refused'],
  [-237, 'refused'],
  [-244, 'refused'],
  [-321, 'not-allowed'],
  [-9_999, 'unknown'],
])('error %i in HTTP 200 means %s', async (code, kind) => {
  await using oa = await smallOa();
  // as a number and as a text, both are seen
  for (const error of [code, String(code)]) {
    oa.server.answer = always({ error, message: 'No' });
    await expect(oaAt(oa).sendToGroup('g', { kind: 'text', text: 'a' })).rejects.toMatchObject({
      name: 'ZaloApiError',
      service: 'oa',
      method: '/v3.0/oa/group/message',
      kind,
      code,
      httpStatus: 200,
      outcome: 'nothing',
    });
  }
});

test('-200 is a fault of Zalo, after which nobody knows', async () => {
  await using oa = await smallOa();
  oa.server.answer = always({ error: -200, message: 'Send message failed' });
  await expect(oaAt(oa).sendToGroup('g', { kind: 'text', text: 'a' })).rejects.toMatchObject({
    kind: 'server',
    outcome: 'unknown',
  });
});

test('what a code means can be said otherwise', async () => {
  await using oa = await smallOa();
  oa.server.answer = always({ error: -237, message: 'The group is disabled' });
  const account = oaAt(oa, { unconfirmed: { oaRefusals: { [-237]: 'not-allowed' } } });
  await expect(account.sendToGroup('g', { kind: 'text', text: 'a' })).rejects.toMatchObject({
    kind: 'not-allowed',
  });
  oa.server.answer = always({ error: -217, message: 'No' });
  await expect(sendText(account)).rejects.toMatchObject({ kind: 'refused' });
});

const UNUSABLE: readonly [string, Answering, object, ((oa: ZaloOa) => Promise<unknown>)?][] = [
  ['a page of a proxy', text('<html>', 502), { kind: 'server', code: null, outcome: 'nothing' }],
  ['a page of Zalo', text('<html>', 500), { kind: 'server', code: null, outcome: 'unknown' }],
  ['HTTP 429', text('', 429), { kind: 'limited', code: null }],
  ['no JSON in HTTP 200', text('ok'), { name: 'ZaloAnswerUnreadable', reason: 'not-json' }],
  ['a list', always([]), { name: 'ZaloAnswerUnreadable', reason: 'form' }],
  [
    'a new group without its id',
    always({ error: 0, data: { group_link: 'https://zalo.me/g/x' } }),
    { name: 'ZaloAnswerUnreadable', places: ['group_id'] },
    (oa: ZaloOa) => oa.createGroup({ name: 'a', assetId: 'b', memberIds: [] }),
  ],
  [
    'success without a receipt',
    always({ error: 0, data: {} }),
    { name: 'ZaloAnswerUnreadable', places: ['message_id'], outcome: 'unknown' },
  ],
];

test.each(UNUSABLE)('%s', async (_name, answer, expected, call = sendText) => {
  await using oa = await smallOa();
  oa.server.answer = answer;
  await expect(call(oaAt(oa))).rejects.toMatchObject(expected);
});

test('an answer without the envelope around its data is read', async () => {
  await using oa = await smallOa();
  oa.server.answer = always({ error: 0, message_id: 'm9' });
  await expect(oaAt(oa).sendToUser('u', { kind: 'text', text: 'a' })).resolves.toEqual({
    messageId: 'm9',
    date: null,
  });
});

test('HTTP 401 is a token that is not good, too', async () => {
  await using oa = await smallOa();
  const { answer } = oa.server;
  oa.server.answer = inTurn(text('', 401), answer);
  await expect(oaAt(oa).sendToGroup('g', { kind: 'text', text: 'a' })).resolves.toMatchObject({
    messageId: 'm1',
  });
  expect(oa.given).toEqual([1, 2]);
});
