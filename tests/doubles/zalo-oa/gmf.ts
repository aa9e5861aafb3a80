import * as z from 'zod';

import type { OaCall } from './call.ts';
import { OaRefusal } from './faults.ts';

/** A group the account owns. */
export type OaGroup = { readonly id: string; readonly name: string; readonly members: Set<string> };

const GroupId = z.object({ group_id: z.string() });
const Members = z.strictObject({
  group_id: z.string(),
  member_user_ids: z.array(z.string()).min(1).max(99),
});
const Creation = z.strictObject({
  group_name: z.string().min(1),
  group_description: z.string().optional(),
  asset_id: z.string(),
  member_user_ids: z.array(z.string()).max(99),
});
const Quota = z.strictObject({
  quota_owner: z.literal('OA'),
  product_type: z.enum(['gmf10', 'gmf50', 'gmf100', 'gmf1000']),
  quota_type: z.enum(['sub_quota', 'purchase_quota', 'reward_quota']),
});

const ASSET = 'asset-1';

/** The groups of the account (GMF), messengers.md B4. */
export class Gmf {
  readonly groups = new Map<string, OaGroup>();

  add(id: string, name = `Nhóm ${id}`, members: readonly string[] = []): OaGroup {
    const group = { id, name, members: new Set(members) };
    this.groups.set(id, group);
    return group;
  }

  /** The group a message or call is for. */
  groupOf(id: string): OaGroup {
    const group = this.groups.get(id);
    if (group === undefined) throw new OaRefusal(-201, 'group_id is invalid');
    return group;
  }

  /** `data` of a call under `/v3.0/oa/group/`; null = there is no such call. */
  perform(name: string, { fields, query }: OaCall): unknown {
    switch (name) {
      case 'getgroupsofoa':
        return this.#list(Number(query.get('offset') ?? 0), Number(query.get('count') ?? 5));
      case 'creategroupwithoa':
        return this.#create(parsed(Creation, fields));
      case 'listmember': {
        const { members } = this.groupOf(query.get('group_id') ?? '');
        return { members: Array.from(members, (id) => ({ user_id: id, name: `Người ${id}` })) };
      }
      case 'invite': {
        const { group_id: id, member_user_ids: invited } = parsed(Members, fields);
        for (const member of invited) this.groupOf(id).members.add(member);
        return {};
      }
      case 'removemembers': {
        const { group_id: id, member_user_ids: removed } = parsed(Members, fields);
        for (const member of removed) this.groupOf(id).members.delete(member);
        return {};
      }
      case 'delete':
        this.groups.delete(this.groupOf(parsed(GroupId, fields).group_id).id);
        return {};
      default:
        return null;
    }
  }

  /** `POST /v3.0/oa/quota/group`. */
  quota({ fields }: OaCall): readonly object[] {
    const { product_type: product, quota_type: quota } = parsed(Quota, fields);
    return [{ asset_id: ASSET, product_type: product, quota_type: quota, status: 'available' }];
  }

  #list(offset: number, count: number): object {
    const all = Array.from(this.groups.values(), ({ id, name }) => ({ group_id: id, name }));
    return { total: all.length, offset, count, groups: all.slice(offset, offset + count) };
  }

  #create({
    group_name: name,
    asset_id: asset,
    member_user_ids: members,
  }: z.infer<typeof Creation>) {
    if (asset !== ASSET) throw new OaRefusal(-201, 'asset_id is invalid');
    const id = `g${String(this.groups.size + 1)}`;
    this.add(id, name, members);
    return { group_id: id, group_link: `https://zalo.me/g/${id}` };
  }
}

/** Fields as documented, or the refusal of a bad parameter. */
export function parsed<Shape extends z.ZodType>(shape: Shape, fields: unknown): z.infer<Shape> {
  const read = shape.safeParse(fields);
  if (!read.success) throw new OaRefusal(-201, `Params is invalid: ${read.error.message}`);
  return read.data;
}
