import * as z from 'zod';

import { Role } from '../audience/standing.ts';
import { auditCode } from '../audit/audit-code.ts';
import type { Audited, AuditEntry } from '../audit/store.ts';
import { NamedList } from '../dossiers/named-list.ts';
import { SnapshotId } from '../snapshots/snapshot.ts';
import { jsonOf } from './json-column.ts';
import { Moment, momentText } from './moment.ts';

/** Keeps one entry, with the values of `auditValues`. */
export const INSERT_AUDIT = `insert into audit
    (at, channel, chat, person, role, typed, asked, headline, reply_hash, list, snapshots, revision)
  values (@at, @channel, @chat, @person, @role, @typed, @asked, @headline, @replyHash, @list, @snapshots, @revision)`;

/** A row as `Audited`. */
export const AuditRow = z
  .object({
    id: z.int(),
    at: Moment,
    channel: z.string(),
    chat: z.string(),
    person: z.string().nullable(),
    role: z.enum([...Role.options, 'guest']).nullable(),
    typed: z.string(),
    asked: z.string().nullable(),
    headline: z.string(),
    reply_hash: z.string(),
    list: jsonOf(NamedList).nullable(),
    snapshots: jsonOf(z.array(SnapshotId)),
    revision: z.int(),
  })
  .transform(({ id, reply_hash: replyHash, ...row }): Audited => ({
    ...row,
    code: auditCode(id),
    replyHash,
  }));

/** The named values of one row. */
export function auditValues({ at, list, snapshots, ...entry }: AuditEntry) {
  return {
    ...entry,
    at: momentText(at),
    list: list === null ? null : JSON.stringify(list),
    snapshots: JSON.stringify(snapshots),
  };
}
