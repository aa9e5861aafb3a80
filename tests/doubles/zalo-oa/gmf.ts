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

/** The groups of the account (GMF). */
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
  perform(name: string, call: OaCall): unknown {
    return this.#deeds.get(name)?.(call) ?? null;
  }

  /** `POST /v3.0/oa/quota/group`. */
  quota({ fields }: OaCall): readonly object[] {
    const { product_type: product, quota_type: quota } = parsed(Quota, fields);
    return [{ asset_id: ASSET, product_type: product, quota_type: quota, status: 'available' }];
  }

  readonly #deeds: ReadonlyMap<string, (call: OaCall) => unknown> = new Map([
    [
      'getgroupsofoa',
      ({ query }: OaCall) => this.#list(numberIn(query, 'offset', 0), numberIn(query, 'count', 5)),
    ],
    ['creategroupwithoa', ({ fields }: OaCall) => this.#create(parsed(Creation, fields))],
    ['listmember', ({ query }: OaCall) => this.#members(query.get('group_id') ?? '')],
    ['invite', ({ fields }: OaCall) => this.#change(fields, (members, id) => void members.add(id))],
    [
      'removemembers',
      ({ fields }: OaCall) => this.#change(fields, (members, id) => void members.delete(id)),
    ],
    ['delete', ({ fields }: OaCall) => this.#delete(parsed(GroupId, fields).group_id)],
  ]);

  #members(group: string): object {
    const { members } = this.groupOf(group);
    return { members: Array.from(members, (id) => ({ user_id: id, name: `Người ${id}` })) };
  }

  #change(fields: unknown, change: (members: Set<string>, id: string) => void): object {
    const { group_id: group, member_user_ids: ids } = parsed(Members, fields);
    for (const id of ids) change(this.groupOf(group).members, id);
    return {};
  }

  #delete(group: string): object {
    this.groups.delete(this.groupOf(group).id);
    return {};
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

function numberIn(query: URLSearchParams, name: string, usual: number): number {
  return Number(query.get(name) ?? usual);
}

/** Fields as documented, or the refusal of a bad parameter. */
export function parsed<Shape extends z.ZodType>(shape: Shape, fields: unknown): z.infer<Shape> {
  const read = shape.safeParse(fields);
  if (!read.success) throw new OaRefusal(-201, `Params is invalid: ${read.error.message}`);
  return read.data;
}
