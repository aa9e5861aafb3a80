import * as z from 'zod';

import { Count, Id, orNull } from '../loose.ts';

/** The receipt of a message. */
export const Sent = z
  .object({ message_id: Id, sent_time: orNull(Count) })
  .transform(({ message_id, sent_time }) => ({ messageId: message_id, date: sent_time }));

export const Image = z.object({ attachment_id: Id }).transform((image) => image.attachment_id);

export const File = z.object({ token: Id }).transform((file) => file.token);

export const Groups = z
  .object({
    groups: z.array(
      z.object({ group_id: Id, name: orNull(z.string()), status: orNull(z.string()) }),
    ),
  })
  .transform(({ groups }) =>
    groups.map(({ group_id, name, status }) => ({ groupId: group_id, name, status })),
  );

/** What is created is told flat, or as `getgroup` tells it. */
export const NewGroup = z
  .object({
    group_id: Id.optional(),
    group_link: orNull(z.string()),
    group_info: orNull(z.object({ group_id: Id, group_link: orNull(z.string()) })),
  })
  .transform(({ group_id, group_link, group_info }, context) => {
    const groupId = group_id ?? group_info?.group_id;
    if (groupId === undefined) {
      context.addIssue({ code: 'custom', path: ['group_id'] });
      return z.NEVER;
    }
    return { groupId, link: group_link ?? group_info?.group_link ?? null };
  });

const Asset = z
  .object({
    asset_id: Id,
    product_type: orNull(z.string()),
    quota_type: orNull(z.string()),
    status: orNull(z.string()),
    used_id: orNull(Id),
    valid_through: orNull(z.union([z.string(), z.number().transform(String)])),
  })
  .transform((asset) => ({
    assetId: asset.asset_id,
    productType: asset.product_type,
    quotaType: asset.quota_type,
    status: asset.status,
    groupId: asset.used_id,
    validThrough: asset.valid_through,
  }));

/** One, several, or several in a list of that name. */
export const Assets = z.union([
  z.array(Asset),
  z.object({ assets: z.array(Asset) }).transform(({ assets }) => assets),
  Asset.transform((asset) => [asset]),
]);

/** The account itself is among the members, with an `oa_id`. */
export const Members = z
  .object({
    members: z.array(z.object({ user_id: Id.optional(), name: orNull(z.string()) })),
  })
  .transform(({ members }) =>
    members.flatMap(({ user_id, name }) =>
      user_id === undefined ? [] : [{ userId: user_id, name }],
    ),
  );
