import { expect, test } from 'vitest';

import { type ZaloOa, zaloOa, type ZaloOaOptions } from '../../src/index.ts';
import { always, type Answering, inTurn, text } from '../answering-server.ts';
import { pair, TokenShelf } from './token-shelf.ts';
import { broughtBy, type SmallOa, smallOa } from './zalo-double.ts';

function oaAt(oa: SmallOa, more: Partial<ZaloOaOptions> = {}): ZaloOa {
  return zaloOa({
    appId: 'app',
    appSecret: 'app-secret',
    tokens: new TokenShelf(pair(1)),
    apiRoot: oa.root,
    oauthRoot: oa.root,
    now: () => 0,
    ...more,
  });
}

/** An account of which it has been seen that text may stand beside a picture. */
const besideAt = (oa: SmallOa) => oaAt(oa, { unconfirmed: { textBesideImage: true } });

const sendText = (oa: ZaloOa) => oa.sendToGroup('g', { kind: 'text', text: 'a' });

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

type Case = {
  readonly name: string;
  readonly call: (oa: ZaloOa) => Promise<unknown>;
  readonly path: string;
  /** Null = nothing is brought, it is read. */
  readonly json: unknown;
  readonly data: unknown;
  readonly expected: unknown;
};

const CASES: readonly Case[] = [
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
  {
    name: 'groups',
    call: (oa) => oa.listGroups({ offset: 10, count: 5 }),
    path: '/v3.0/oa/group/getgroupsofoa?offset=10&count=5',
    json: null,
    data: {
      total: 2,
      groups: [{ group_id: 'g1', name: 'Lộc Thọ', status: 'enabled' }, { group_id: 'g2' }],
    },
    expected: [
      { groupId: 'g1', name: 'Lộc Thọ', status: 'enabled' },
      { groupId: 'g2', name: null, status: null },
    ],
  },
  {
    name: 'quota, as a list',
    call: (oa) => oa.groupQuota({ productType: 'gmf100', quotaType: 'sub_quota' }),
    path: '/v3.0/oa/quota/group',
    json: { quota_owner: 'OA', product_type: 'gmf100', quota_type: 'sub_quota' },
    data: [{ asset_id: 'x', status: 'used', used_id: 'g1', valid_through: '31/12/2026' }],
    expected: [
      {
        assetId: 'x',
        productType: null,
        quotaType: null,
        status: 'used',
        groupId: 'g1',
        validThrough: '31/12/2026',
      },
    ],
  },
  {
    name: 'quota, as a list with a name',
    call: (oa) => oa.groupQuota({ productType: 'gmf100', quotaType: 'purchase_quota' }),
    path: '/v3.0/oa/quota/group',
    json: { quota_owner: 'OA', product_type: 'gmf100', quota_type: 'purchase_quota' },
    data: { assets: [] },
    expected: [],
  },
  {
    name: 'quota, as one',
    call: (oa) => oa.groupQuota({ productType: 'gmf10', quotaType: 'reward_quota' }),
    path: '/v3.0/oa/quota/group',
    json: { quota_owner: 'OA', product_type: 'gmf10', quota_type: 'reward_quota' },
    data: { asset_id: 'x', product_type: 'gmf10', quota_type: 'reward_quota', status: 'available' },
    expected: [
      {
        assetId: 'x',
        productType: 'gmf10',
        quotaType: 'reward_quota',
        status: 'available',
        groupId: null,
        validThrough: null,
      },
    ],
  },
  {
    name: 'a new group, told flat',
    call: (oa) => oa.createGroup({ name: 'Lộc Thọ', assetId: 'x', memberIds: ['u1'] }),
    path: '/v3.0/oa/group/creategroupwithoa',
    json: { group_name: 'Lộc Thọ', asset_id: 'x', member_user_ids: ['u1'] },
    data: { group_id: 'g1', group_link: 'https://zalo.me/g/x' },
    expected: { groupId: 'g1', link: 'https://zalo.me/g/x' },
  },
  {
    name: 'a new group, told with its details',
    call: (oa) =>
      oa.createGroup({ name: 'Lộc Thọ', description: 'D', assetId: 'x', memberIds: ['u1'] }),
    path: '/v3.0/oa/group/creategroupwithoa',
    json: { group_name: 'Lộc Thọ', group_description: 'D', asset_id: 'x', member_user_ids: ['u1'] },
    data: { group_info: { group_id: 'g1' }, group_setting: {} },
    expected: { groupId: 'g1', link: null },
  },
  {
    name: 'members, without the account itself',
    call: (oa) => oa.listMembers('g1'),
    path: '/v3.0/oa/group/listmember?group_id=g1&offset=0&count=50',
    json: null,
    data: {
      members: [{ oa_id: '1', name: 'OA' }, { user_id: 'u1', name: 'Ngọc' }, { user_id: 'u2' }],
    },
    expected: [
      { userId: 'u1', name: 'Ngọc' },
      { userId: 'u2', name: null },
    ],
  },
  {
    name: 'those who ask to join',
    call: (oa) => oa.listPendingInvites('g1', { offset: 0, count: 10 }),
    path: '/v3.0/oa/group/listpendinginvite?group_id=g1&offset=0&count=10',
    json: null,
    data: { members: [] },
    expected: [],
  },
  ...(
    [
      ['invite', 'inviteMembers'],
      ['removemembers', 'removeMembers'],
      ['acceptpendinginvite', 'acceptPendingInvites'],
      ['rejectpendinginvite', 'rejectPendingInvites'],
    ] as const
  ).map(([deed, name]) => ({
    name,
    call: (oa: ZaloOa) => oa[name]('g1', ['u1', 'u2']),
    path: `/v3.0/oa/group/${deed}`,
    json: { group_id: 'g1', member_user_ids: ['u1', 'u2'] },
    data: undefined,
    expected: undefined,
  })),
  {
    name: 'the end of a group',
    call: (oa) => oa.deleteGroup('g1'),
    path: '/v3.0/oa/group/delete',
    json: { group_id: 'g1' },
    data: undefined,
    expected: undefined,
  },
];

test.each(CASES)('$name', async ({ call, path, json, data, expected }) => {
  await using oa = await smallOa();
  oa.data = data;
  expect(await call(besideAt(oa))).toEqual(expected);
  const [seen] = oa.calls();
  expect(oa.calls()).toHaveLength(1);
  expect([seen?.method, seen?.url]).toEqual([json === null ? 'GET' : 'POST', path]);
  expect(seen?.headers['access_token']).toBe('access-1');
  expect(json === null ? seen?.body : broughtBy(seen)).toEqual(json ?? '');
});

test('an answer without the envelope around its data is read', async () => {
  await using oa = await smallOa();
  oa.server.answer = always({ error: 0, message_id: 'm9' });
  await expect(oaAt(oa).sendToUser('u', { kind: 'text', text: 'a' })).resolves.toEqual({
    messageId: 'm9',
    date: null,
  });
});

test.each([
  ['an image', 'image/png', '/v2.0/oa/upload/image', { attachment_id: 'a1' }, 'a1'],
  ['a file', 'application/pdf', '/v2.0/oa/upload/file', { token: 't1' }, 't1'],
] as const)('%s is uploaded byte for byte', async (_name, type, path, data, expected) => {
  await using oa = await smallOa();
  oa.data = data;
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const uploaded =
    type === 'image/png'
      ? await oaAt(oa).uploadImage({ bytes, name: 'biểu đồ.png', type })
      : await oaAt(oa).uploadFile({ bytes, name: 'biểu đồ.pdf', type });
  expect(uploaded).toBe(expected);
  const [seen] = oa.calls();
  expect(seen?.url).toBe(path);
  const form = await new Response(Buffer.from(seen?.body ?? '', 'latin1'), {
    headers: { 'content-type': seen?.headers['content-type'] ?? '' },
  }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new TypeError('no file came');
  expect([file.type, file.name.startsWith('biểu đồ')]).toEqual([type, true]);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
});

test('an upload whose token lapses is made once more, whole', async () => {
  await using oa = await smallOa(2);
  oa.data = { attachment_id: 'a1' };
  const tokens = new TokenShelf({ ...pair(2), access: pair(1).access });
  const image = { bytes: new Uint8Array(1_000), name: 'a.png', type: 'image/png' } as const;
  await expect(oaAt(oa, { tokens }).uploadImage(image)).resolves.toBe('a1');
  const lengths = oa.calls().map(({ body }) => body.length);
  expect(lengths).toHaveLength(2);
  expect(lengths[1]).toBe(lengths[0]);
});

test.each([
  [
    'an image over 1 MB',
    (oa) => oa.uploadImage({ bytes: new Uint8Array(1_000_001), name: 'a.png', type: 'image/png' }),
    'too-big',
  ],
  [
    'an empty image',
    (oa) => oa.uploadImage({ bytes: new Uint8Array(0), name: 'a.png', type: 'image/png' }),
    'empty',
  ],
  [
    'a file over 5 MB',
    (oa) =>
      oa.uploadFile({ bytes: new Uint8Array(5_000_001), name: 'a.pdf', type: 'application/pdf' }),
    'too-big',
  ],
  [
    'a workbook',
    (oa) =>
      oa.uploadFile({ bytes: new Uint8Array(1), name: 'a.xlsx', type: 'application/vnd.ms-excel' }),
    'file-type',
  ],
  ['an empty text', (oa) => oa.sendToUser('u', { kind: 'text', text: '' }), 'text-empty'],
  [
    'a text too long',
    (oa) => oa.sendToGroup('g', { kind: 'text', text: 'ờ'.repeat(2_001) }),
    'text-too-long',
  ],
] satisfies [string, (oa: ZaloOa) => Promise<unknown>, string][])(
  '%s is not sent at all',
  async (_name, call, problem) => {
    await using oa = await smallOa();
    await expect(call(oaAt(oa))).rejects.toMatchObject({ name: 'ZaloCallInvalid', problem });
    expect(oa.server.seen).toEqual([]);
  },
);

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

test('how much an account takes can be said otherwise', async () => {
  await using oa = await smallOa();
  const unconfirmed = { oaTextLimit: 2_001, oaFileBytes: 1 };
  const account = oaAt(oa, { unconfirmed });
  await account.sendToGroup('g', { kind: 'text', text: 'ờ'.repeat(2_001) });
  expect(oa.calls()).toHaveLength(1);
  const file = { bytes: new Uint8Array(2), name: 'a.pdf', type: 'application/pdf' };
  await expect(account.uploadFile(file)).rejects.toMatchObject({ problem: 'too-big' });
});

test('text beside a picture has to be switched on', async () => {
  await using oa = await smallOa();
  const account = oaAt(oa);
  await expect(
    account.sendToGroup('g', { kind: 'image', attachmentId: 'a', text: 'b' }),
  ).rejects.toMatchObject({ problem: 'text-beside-image' });
  await expect(
    account.sendToGroup('g', { kind: 'image', attachmentId: 'a' }),
  ).resolves.toBeDefined();
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

test('HTTP 401 is a token that is not good, too', async () => {
  await using oa = await smallOa();
  const { answer } = oa.server;
  oa.server.answer = inTurn(text('', 401), answer);
  await expect(oaAt(oa).sendToGroup('g', { kind: 'text', text: 'a' })).resolves.toMatchObject({
    messageId: 'm1',
  });
  expect(oa.given).toEqual([1, 2]);
});
