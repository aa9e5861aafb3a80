import { expect, test } from 'vitest';

import type { ZaloOa } from '../../src/index.ts';
import { madeCall, type OaCase, saidOf } from './made-call.ts';

const CASES: readonly OaCase[] = [
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

test.each(CASES)('$name', async (one) => {
  expect(await madeCall(one)).toEqual(saidOf(one));
});
