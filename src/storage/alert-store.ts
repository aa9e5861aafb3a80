import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { type AlertState, RuleName } from '../alerts/state.ts';
import type { AlertedChat, AlertStore, Settlement } from '../alerts/store.ts';
import { PeriodKey } from '../calendar/period.ts';
import type { Outgoing } from '../outbox/message.ts';
import { Moment, momentText } from './moment.ts';
import type { Storage } from './open.ts';
import { outboxPutter } from './outbox-put.ts';

const ChatRow = z
  .object({ version: z.int().positive(), snoozed_until: Moment.nullable() })
  .transform(({ version, snoozed_until: snoozedUntil }) => ({ version, snoozedUntil }));

const StateRow = z
  .object({
    rule: RuleName,
    agency: AgencyId,
    period: PeriodKey.nullable(),
    bound: z.int(),
    told_value: z.int(),
    told_of: z.int(),
    since: Moment,
    told_at: Moment,
    acknowledged_at: Moment.nullable(),
  })
  .transform(({ told_value: value, told_of: of, ...row }): AlertState => {
    const { told_at: toldAt, acknowledged_at: acknowledgedAt, ...state } = row;
    return { ...state, amount: { value, of }, toldAt, acknowledgedAt };
  });

const CHAT = 'channel = :channel and chat = :chat';
/** The first version is put beside what was not there; every other one takes the place of the one decided by. */
const NEXT_VERSION = `insert into alert_chats (channel, chat, version)
  select :channel, :chat, 1 where :version = 0
  on conflict do nothing`;
const NEWER_VERSION = `update alert_chats set version = version + 1
  where ${CHAT} and version = :version`;
const PUT_STATE = `insert into alert_states
    (channel, chat, rule, agency, period, bound, told_value, told_of, since, told_at, acknowledged_at)
  values (:channel, :chat, :rule, :agency, :period, :bound, :value, :of, :since, :toldAt, :acknowledgedAt)`;
/** What waited until it was too late was told to nobody. What it would have told was decided in its minute. */
const TOLD_STATES = `select * from alert_states where ${CHAT} and told_at not in (
    select not_before from outbox indexed by outbox_finished
    where state = 'dead' and finished_at is not null and dead_because = 'tooLate'
      and key glob 'alert/*' and ${CHAT}
  ) order by rule, agency`;
const ACKNOWLEDGE = `update alert_states set acknowledged_at = :at
  where ${CHAT} and acknowledged_at is null`;
const ANY_VERSION = `insert into alert_chats (channel, chat, version) values (:channel, :chat, 1)
  on conflict do update set version = version + 1`;
const SNOOZE = `insert into alert_chats (channel, chat, version, snoozed_until)
  values (:channel, :chat, 1, :until)
  on conflict do update set version = version + 1, snoozed_until = excluded.snoozed_until`;

/** What chats were told of alerts, kept in `storage`. */
export function alertStore({ database }: Storage): AlertStore<Outgoing> {
  const chat = database.prepare(`select version, snoozed_until from alert_chats where ${CHAT}`);
  const states = database.prepare(TOLD_STATES);
  const settle = settler({ database });
  const acknowledge = database.prepare(ACKNOWLEDGE);
  const next = database.prepare(ANY_VERSION);
  const acknowledged = database.transaction((where: AlertedChat, at: string) => {
    const { changes } = acknowledge.run({ ...where, at });
    if (changes > 0) next.run(where);
    return changes;
  });
  const snooze = database.prepare(SNOOZE);
  const read = database.transaction((where: AlertedChat) => {
    const found = ChatRow.optional().parse(chat.get(where));
    const told = z.array(StateRow).parse(states.all(where));
    return { version: 0, snoozedUntil: null, ...found, states: told };
  });
  return {
    alertsOf: async ({ channel, chat: id }) => read({ channel, chat: id }),
    settle: async (settlement, at) => settle(settlement, at),
    acknowledge: async ({ channel, chat: id }, at) =>
      acknowledged.immediate({ channel, chat: id }, momentText(at)),
    snooze: async ({ channel, chat: id }, until) =>
      void snooze.run({ channel, chat: id, until: until === null ? null : momentText(until) }),
  };
}

function settler({ database }: Pick<Storage, 'database'>) {
  const first = database.prepare(NEXT_VERSION);
  const newer = database.prepare(NEWER_VERSION);
  const forget = database.prepare(`delete from alert_states where ${CHAT}`);
  const put = database.prepare(PUT_STATE);
  const queue = outboxPutter(database);
  const settle = database.transaction(
    ({ channel, chat, version, states, messages }: Settlement<Outgoing>, at: Temporal.Instant) => {
      const where = { channel, chat };
      const step = version === 0 ? first : newer;
      if (step.run({ ...where, version }).changes === 0) return false;
      forget.run(where);
      for (const state of states) put.run({ ...where, ...cellsOf(state) });
      queue(messages, at);
      return true;
    },
  );
  return (settlement: Settlement<Outgoing>, at: Temporal.Instant) =>
    settle.immediate(settlement, at);
}

function cellsOf({ amount, since, toldAt, acknowledgedAt, ...state }: AlertState) {
  return {
    ...state,
    ...amount,
    since: momentText(since),
    toldAt: momentText(toldAt),
    acknowledgedAt: acknowledgedAt === null ? null : momentText(acknowledgedAt),
  };
}
