import * as z from 'zod';

import type { CallOptions } from '../call-options.ts';
import type { CallPlace } from '../errors.ts';
import type { OaDesk } from './ask.ts';
import type { Page, ZaloOa } from './oa-api.ts';
import { Assets, Groups, Members, NewGroup } from './results.ts';

const FIRST_PAGE: Page = { offset: 0, count: 50 };

/** Everything about groups but sending to them. */
type Groupwork = Omit<
  ZaloOa,
  'renewTokens' | 'haveTokens' | 'uploadImage' | 'uploadFile' | 'sendToUser' | 'sendToGroup'
>;

/** Groups the account owns, and who is in them. */
export function groupMethods({ ask }: OaDesk): Groupwork {
  const change = async (deed: string, json: unknown, options?: CallOptions) => {
    await ask({ place: group(deed), schema: z.unknown(), json }, options);
  };
  const ofMembers =
    (deed: string) => (groupId: string, userIds: readonly string[], options?: CallOptions) =>
      change(deed, { group_id: groupId, member_user_ids: userIds }, options);
  const members =
    (deed: string) =>
    (groupId: string, page: Page = FIRST_PAGE, options?: CallOptions) =>
      ask({ place: group(deed), schema: Members, query: { group_id: groupId, ...page } }, options);

  return {
    listGroups: (page = FIRST_PAGE, options) =>
      ask({ place: group('getgroupsofoa'), schema: Groups, query: { ...page } }, options),
    groupQuota: ({ productType, quotaType }, options) =>
      ask(
        {
          place: { service: 'oa', method: '/v3.0/oa/quota/group' },
          schema: Assets,
          json: { quota_owner: 'OA', product_type: productType, quota_type: quotaType },
        },
        options,
      ),
    createGroup: ({ name, description, assetId, memberIds }, options) =>
      ask(
        {
          place: group('creategroupwithoa'),
          schema: NewGroup,
          json: {
            group_name: name,
            ...(description === undefined ? {} : { group_description: description }),
            asset_id: assetId,
            member_user_ids: memberIds,
          },
        },
        options,
      ),
    deleteGroup: (groupId, options) => change('delete', { group_id: groupId }, options),
    listMembers: members('listmember'),
    listPendingInvites: members('listpendinginvite'),
    inviteMembers: ofMembers('invite'),
    removeMembers: ofMembers('removemembers'),
    acceptPendingInvites: ofMembers('acceptpendinginvite'),
    rejectPendingInvites: ofMembers('rejectpendinginvite'),
  };
}

function group(deed: string): CallPlace {
  return { service: 'oa', method: `/v3.0/oa/group/${deed}` };
}
