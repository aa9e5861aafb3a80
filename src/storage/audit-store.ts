import * as z from 'zod';

import { numberOfCode } from '../audit/audit-code.ts';
import type { AuditEntry, AuditStore } from '../audit/store.ts';
import { AuditRow, auditValues, INSERT_AUDIT } from './audit-rows.ts';
import { momentText } from './moment.ts';
import type { Storage } from './open.ts';

const LATEST = 'select * from audit where (asked is not null or person is null)';

/** One chat may have asked for a table a thousand times: its last answers tell what it was told last. */
const TOLD = `select * from audit
  where (asked is not null or person is null) and channel = +? and chat = +?
    and exists (select 1 from json_each(snapshots) where value in (select value from json_each(?)))
  order by id desc limit 200`;
const TOLD_CHATS = `select distinct channel, chat from told_snapshots
  where snapshot in (select value from json_each(?)) order by channel, chat`;
const Chats = z.array(z.object({ channel: z.string(), chat: z.string() }));

/** Account of what was said, kept in `storage`. */
export function auditStore({ database }: Storage): AuditStore {
  const insert = database.prepare(INSERT_AUDIT);
  const find = database.prepare('select * from audit where id = +?');
  const all = database.prepare(`${LATEST} order by id desc limit ?`);
  const ofChat = database.prepare(
    `${LATEST} and channel = +? and chat = +? order by id desc limit ?`,
  );
  const told = database.prepare(TOLD);
  const toldChats = database.prepare(TOLD_CHATS);
  const forget = database.prepare('delete from audit where at < +?');
  const add = database.transaction((entries: readonly AuditEntry[]) => {
    for (const entry of entries) insert.run(auditValues(entry));
  });
  return {
    add: async (entries) => add.immediate(entries),
    find: async (code) => AuditRow.optional().parse(find.get(numberOfCode(code))) ?? null,
    latest: async (most, chat) =>
      z
        .array(AuditRow)
        .parse(chat === undefined ? all.all(most) : ofChat.all(chat.channel, chat.chat, most)),
    toldOf: async (snapshots) => {
      const ids = JSON.stringify(snapshots);
      return Chats.parse(toldChats.all(ids)).flatMap(({ channel, chat }) =>
        z.array(AuditRow).parse(told.all(channel, chat, ids)),
      );
    },
    forgetBefore: async (moment) => forget.run(momentText(moment)).changes,
  };
}
