import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import {
  CODE_MINUTES,
  MOST_WRONG_TRIES,
  MOST_WRONG_TRIES_OF_ALL,
} from '../audience/binding-code.ts';
import type { AudienceStore, Binding, BindingCode, Redeemed } from '../audience/store.ts';
import { BindingRow, CodeRow } from './audience-rows.ts';
import { momentText } from './moment.ts';
import { withdrawer } from './withdraw.ts';

type BindingStore = Pick<
  AudienceStore,
  'bind' | 'unbind' | 'bindingOf' | 'bindings' | 'issue' | 'redeem'
>;

const BIND = `insert or replace into bindings (channel, chat, title, role, agency, bound_at, bound_by)
  values (@channel, @chat, @title, @role, @agency, @boundAt, @boundBy)`;
const ISSUE = `insert or replace into binding_codes (code_hash, role, agency, issued_by, expires_at)
  values (@codeHash, @role, @agency, @issuedBy, @expiresAt)`;

const Tries = z.tuple([z.int(), z.int(), z.int()]);

/** Chats that are let in, and the codes that let them in. */
export function bindingStore(database: Database): BindingStore {
  const bind = database.prepare(BIND);
  const unbind = database.prepare('delete from bindings where channel = ? and chat = ?');
  const one = database.prepare('select * from bindings where channel = +? and chat = +?');
  const all = database.prepare('select * from bindings order by bound_at, channel, chat');
  const issue = database.prepare(ISSUE);
  const withdraw = withdrawer(database);
  const find = (channel: string, chat: string) =>
    BindingRow.optional().parse(one.get(channel, chat)) ?? null;
  const put = (binding: Binding) => {
    const { channel, chat, role, agency } = binding;
    const before = find(channel, chat);
    const isSame = before?.role === role && before.agency === agency;
    if (before !== null && !isSame) withdraw({ channel, chat });
    bind.run(rowOf(binding));
  };
  const bound = database.transaction(put);
  const letGo = database.transaction((channel: string, chat: string) => {
    withdraw({ channel, chat });
    return unbind.run(channel, chat).changes > 0;
  });
  const redeem = redeemer(database, put);
  return {
    bind: async (binding) => bound.immediate(binding),
    unbind: async (channel, chat) => letGo.immediate(channel, chat),
    bindingOf: async (channel, chat) => find(channel, chat),
    bindings: async () => z.array(BindingRow).parse(all.all()),
    issue: async (code: BindingCode) =>
      void issue.run({ ...code, expiresAt: momentText(code.expiresAt) }),
    redeem: async (codeHash, chat) => redeem.immediate(codeHash, chat),
  };
}

function rowOf({ boundAt, ...binding }: Binding) {
  return { ...binding, boundAt: momentText(boundAt) };
}

/** One transaction: two chats cannot use the same code, and a wrong try is counted even if the process dies. */
function redeemer(database: Database, bind: (binding: Binding) => void) {
  const hasTriedEnough = tooManyTries(database);
  const forgetTries = database.prepare('delete from wrong_codes where at <= ?');
  const forgetCodes = database.prepare('delete from binding_codes where expires_at <= ?');
  const find = database.prepare(
    'select role, agency, expires_at from binding_codes where code_hash = ?',
  );
  const use = database.prepare('delete from binding_codes where code_hash = ?');
  const note = database.prepare(
    'insert into wrong_codes (channel, chat, person, at) values (?, ?, ?, ?)',
  );
  return database.transaction(
    (codeHash: string, chat: Omit<Binding, 'role' | 'agency'>): Redeemed => {
      const now = momentText(chat.boundAt);
      const since = momentText(chat.boundAt.subtract({ minutes: CODE_MINUTES }));
      forgetTries.run(since);
      forgetCodes.run(now);
      if (hasTriedEnough(chat, since)) return { kind: 'tooManyTries' };
      const code = CodeRow.optional().parse(find.get(codeHash));
      if (code === undefined) {
        note.run(chat.channel, chat.chat, chat.boundBy, now);
        return { kind: 'wrongCode' };
      }
      use.run(codeHash);
      const binding = { ...chat, role: code.role, agency: code.agency };
      bind(binding);
      return { kind: 'bound', binding };
    },
  );
}

/** Whether a chat, who speaks in it, or all together have typed too many wrong codes since a moment. */
function tooManyTries(database: Database) {
  const count = database
    .prepare(`select
      (select count(*) from wrong_codes where channel = @channel and chat = @chat and at > @since),
      (select count(*) from wrong_codes where channel = @channel and person = @boundBy and at > @since),
      (select count(*) from wrong_codes where channel = @channel and at > @since)`)
    .raw();
  return (
    { channel, chat, boundBy }: Pick<Binding, 'channel' | 'chat' | 'boundBy'>,
    since: string,
  ): boolean => {
    const [inChat, byPerson, ofAll] = Tries.parse(count.get({ channel, chat, boundBy, since }));
    return Math.max(inChat, byPerson) >= MOST_WRONG_TRIES || ofAll >= MOST_WRONG_TRIES_OF_ALL;
  };
}
