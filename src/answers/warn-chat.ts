import { type ChatDecision, decideChat } from '../alerts/decide-chat.ts';
import type { Observation } from '../alerts/observation.ts';
import { restsUntil } from '../alerts/rests-until.ts';
import type { AlertRules } from '../alerts/rules.ts';
import type { AlertStore, ChatAlerts } from '../alerts/store.ts';
import { watchedAgencies } from '../alerts/watch.ts';
import { chatRef } from '../audience/chat-name.ts';
import { dayOf } from '../clock.ts';
import { type Outgoing, pushKey } from '../outbox/message.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import { alertReply } from '../replies/alert-reply.ts';
import type { AlertedChat } from './alert-chats.ts';

/** What warning a chat needs. */
export type WarningRoom = {
  readonly due: Pick<DueKnowledge, 'directory' | 'calendar'>;
  readonly alerts: AlertStore<Outgoing>;
  readonly rules: AlertRules;
};

/** What came of a chat; `overtaken`: another process has told it meanwhile. */
type Warned = {
  readonly messages: readonly Outgoing[];
  readonly outcome: 'queued' | 'nothingNew' | 'snoozed' | 'overtaken';
};

type Moment = { readonly now: Temporal.Instant; readonly dry: boolean };

/** Decides what a chat is told and, unless `dry`, writes it down together with the messages that tell it. */
export type WarnChat = (
  chat: AlertedChat,
  observations: readonly Observation[],
  moment: Moment,
) => Promise<Warned>;

/** A message that was held up longer tells of another state of affairs. */
const NEWS_FOR_HOURS = 12;

/** Warns chats, each only when what is observed, what it was told, or the day is another than when nothing was new. */
export function warningChats(room: WarningRoom): WarnChat {
  const nothingNew = decidedOnce();
  return async (chat, observations, { now, dry }) => {
    const { channel, chat: id, watches } = chat;
    const where = { channel, chat: id };
    const told = await room.alerts.alertsOf(where);
    if (restsUntil(told, now) !== null) return { messages: [], outcome: 'snoozed' };
    const decided = nothingNew(chat, observations, { told, now });
    if (decided.isKnown()) return { messages: [], outcome: 'nothingNew' };
    const { directory, calendar } = room.due;
    const world = { rules: room.rules, directory, calendar, now };
    const decision = decideChat({ watches, states: told.states }, observations, world);
    if (!decision.changed) {
      decided.note();
      return { messages: [], outcome: 'nothingNew' };
    }
    const { version } = told;
    const { states } = decision;
    const messages = messagesOf(chat, decision, { room, now, version });
    const isTold = dry || (await room.alerts.settle({ ...where, version, states, messages }, now));
    if (!isTold) return { messages: [], outcome: 'overtaken' };
    return { messages, outcome: messages.length === 0 ? 'nothingNew' : 'queued' };
  };
}

type Asked = { readonly told: ChatAlerts; readonly now: Temporal.Instant };

/** Remembers the chats in which nothing was new, as long as the same is observed. */
function decidedOnce() {
  let of: readonly Observation[] = [];
  const keys = new Map<string, string>();
  return (
    { channel, chat, watches }: AlertedChat,
    observations: readonly Observation[],
    { told, now }: Asked,
  ) => {
    if (of !== observations) keys.clear();
    of = observations;
    const ref = chatRef(channel, chat);
    // A state goes without a new version when the message that told it came too late.
    const key = JSON.stringify([dayOf(now), told.version, told.states.length, watches]);
    return { isKnown: () => keys.get(ref) === key, note: () => void keys.set(ref, key) };
  };
}

type Telling = {
  readonly room: WarningRoom;
  readonly now: Temporal.Instant;
  /** What was settled before. */
  readonly version: number;
};

/** One message for each topic in which something is watched that there is news of. */
function messagesOf(
  { channel, chat, watches }: AlertedChat,
  { news }: ChatDecision,
  { room: { due, rules }, now, version }: Telling,
): readonly Outgoing[] {
  const watched = watchedAgencies(watches, due.directory);
  const byTopic = Map.groupBy(news, ({ measure }) => watched.get(measure.agency)?.topic ?? null);
  const ref = chatRef(channel, chat);
  return Array.from(byTopic, ([topic, told]) => ({
    key: pushKey(
      'alert',
      dayOf(now).toString(),
      ref,
      String(version + 1),
      ...(topic === null ? [] : [topic]),
    ),
    channel,
    address: { chat, topic },
    reply: alertReply(told, { directory: due.directory, rules, now }),
    notBefore: now,
    notAfter: now.add({ hours: NEWS_FOR_HOURS }),
    about: [...new Set(told.map(({ measure }) => measure.agency))],
  }));
}
