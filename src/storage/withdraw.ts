import type { Database } from 'better-sqlite3';

import type { PushKind } from '../outbox/message.ts';
import { momentText } from './moment.ts';

/** What tells of agencies; what keepers hear of the bot is not withdrawn. */
const OF_AGENCIES = [
  'morning-list',
  'morning-list-missed',
  'leader-digest',
  'leader-digest-missed',
  'no-list',
  'reminder',
  'alert',
  'restated',
] as const satisfies readonly PushKind[];

/** What is waiting and was not begun is of no use any more: it ends as too late, and alerts that it told count as untold. */
const WITHDRAW = `update outbox set not_after = :past
  where channel = :channel and chat = :chat and finished_at is null and state <> 'sending'
    and substr(key, 1, instr(key, '/') - 1) in (select value from json_each(:kinds))
    and (:agency is null or key like '%/' || :agency)`;

type Of = {
  readonly channel: string;
  readonly chat: string;
  /** Null or absent = all that tell of agencies. */
  readonly kinds?: readonly PushKind[] | null;
  /** Only what names this one as the last part of its key; null or absent = whatever it is about. */
  readonly agency?: string | null;
};

/**
 * Takes back what waits for a chat: one that was let go, was let in as something else, or wants no more of it must not get
 * what was queued while its messenger could not be reached.
 */
export function withdrawer(database: Database): (of: Of) => void {
  const withdraw = database.prepare(WITHDRAW);
  const past = momentText(Temporal.Instant.fromEpochMilliseconds(0));
  return ({ channel, chat, kinds, agency = null }) => {
    withdraw.run({ past, channel, chat, kinds: JSON.stringify(kinds ?? OF_AGENCIES), agency });
  };
}
