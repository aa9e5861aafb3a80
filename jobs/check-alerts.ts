import { setImmediate as nextTurn } from 'node:timers/promises';

import { type ChatDecision, decideChat } from '../src/alerts/decide-chat.ts';
import type { Observation } from '../src/alerts/observation.ts';
import { isQuiet } from '../src/alerts/quiet-hours.ts';
import type { AlertRules } from '../src/alerts/rules.ts';
import type { AlertStore, ChatAlerts } from '../src/alerts/store.ts';
import { watchedAgencies } from '../src/alerts/watch.ts';
import { type AlertedChat, alertedChats } from '../src/answers/alert-chats.ts';
import { chatRef } from '../src/audience/chat-name.ts';
import type { AudienceStore } from '../src/audience/store.ts';
import { dayOf } from '../src/clock.ts';
import { type Outgoing, pushKey } from '../src/outbox/message.ts';
import { type HealthStore, isBelieved as isBelievedAt } from '../src/polling/health.ts';
import type { DueKnowledge } from '../src/queries/due-knowledge.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';
import { observe } from '../src/queries/observe.ts';
import { alertReply } from '../src/replies/alert-reply.ts';
import { headlineOf } from '../src/replies/reply.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = {
  readonly knowledge: Knowledge;
  readonly due: DueKnowledge;
  readonly audience: Pick<AudienceStore, 'alertSubscriptions' | 'bindingOf'>;
  readonly alerts: AlertStore<Outgoing>;
  readonly health: Pick<HealthStore, 'all'>;
  readonly rules: AlertRules;
};

/** A message that was held up longer tells of another state of affairs. */
const NEWS_FOR_HOURS = 12;

/**
 * Looks every minute whether there is something to warn of, and tells each chat in one message what is new since it was
 * told last. In quiet hours, and while a chat wants none, nothing is decided: afterwards what is the case then is.
 */
export function checkAlerts(room: Room): Job {
  const observed = observer(room);
  const decided: Decided = new Map();
  return {
    name: 'check-alerts',
    when: '* * * * *',
    async run({ dry }) {
      const { knowledge, due, rules } = room;
      const now = knowledge.clock.now();
      if (isQuiet(now, rules.quiet, due.calendar)) return { summary: { quiet: 1 }, details: [] };
      const chats = await alertedChats(room);
      const observations = chats.length === 0 ? [] : await observed(chats, now);
      const summary = { queued: 0, nothingNew: 0, snoozed: 0, overtaken: 0 };
      const details: string[] = [];
      for (const chat of chats) {
        // Hundreds of chats take a while: people who ask meanwhile are answered in between.
        await nextTurn();
        const { message, outcome } = await checked(chat, observations, { room, now, dry, decided });
        if (message !== null) details.push(`${message.key} ${headlineOf(message.reply)}`);
        summary[outcome] += 1;
      }
      return { summary, details };
    },
  };
}

/** By chat, what nothing new was found in: it need not be decided on again. */
type Decided = Map<string, { readonly observations: readonly Observation[]; readonly key: string }>;
type Checking = {
  readonly room: Room;
  readonly now: Temporal.Instant;
  readonly dry: boolean;
  readonly decided: Decided;
};
type Checked = {
  readonly message: Outgoing | null;
  readonly outcome: 'queued' | 'nothingNew' | 'snoozed' | 'overtaken';
};

async function checked(
  chat: AlertedChat,
  observations: readonly Observation[],
  { room, now, dry, decided }: Checking,
): Promise<Checked> {
  const { channel, address, watches } = chat;
  const where = { channel, chat: address.chat };
  const told = await room.alerts.alertsOf(where);
  if (isSnoozed(told, now)) return { message: null, outcome: 'snoozed' };
  const ref = chatRef(channel, address.chat);
  // The day on which something is repeated is part of what is observed.
  const key = JSON.stringify([told.version, told.states.length, watches]);
  const last = decided.get(ref);
  if (last?.observations === observations && last.key === key) {
    return { message: null, outcome: 'nothingNew' };
  }
  const { directory, calendar } = room.due;
  const world = { rules: room.rules, directory, calendar, now };
  const decision = decideChat({ watches, states: told.states }, observations, world);
  if (!decision.changed) {
    decided.set(ref, { observations, key });
    return { message: null, outcome: 'nothingNew' };
  }
  const message = messageOf(chat, decision, { room, now, version: told.version });
  if (!dry) {
    const messages = message === null ? [] : [message];
    const { version } = told;
    const { states } = decision;
    // Somebody else was quicker, and has told it.
    if (!(await room.alerts.settle({ ...where, version, states, messages }, now))) {
      return { message: null, outcome: 'overtaken' };
    }
  }
  return { message, outcome: message === null ? 'nothingNew' : 'queued' };
}

function isSnoozed({ snoozedUntil }: ChatAlerts, now: Temporal.Instant): boolean {
  return snoozedUntil !== null && Temporal.Instant.compare(now, snoozedUntil) < 0;
}

function messageOf(
  { channel, address }: AlertedChat,
  { news }: ChatDecision,
  { room, now, version }: Pick<Checking, 'room' | 'now'> & { readonly version: number },
): Outgoing | null {
  if (news.length === 0) return null;
  const ref = chatRef(channel, address.chat);
  return {
    key: pushKey('alert', dayOf(now).toString(), ref, String(version + 1)),
    channel,
    address,
    reply: alertReply(news, { directory: room.due.directory, rules: room.rules, now }),
    notBefore: now,
    notAfter: now.add({ hours: NEWS_FOR_HOURS }),
    about: [...new Set(news.map(({ measure }) => measure.agency))],
  };
}

/**
 * What is believed now of the agencies that chats watch. Looked at anew only when figures, lists, sources, chats or the day
 * have changed: minutes in which nothing happens cost next to nothing.
 */
function observer({ knowledge, due, health, rules }: Room) {
  let last: { readonly key: string; readonly observations: readonly Observation[] } | null = null;
  return async (chats: readonly AlertedChat[], now: Temporal.Instant) => {
    const states = new Map(
      (await health.all()).map((one) => [one.source, isBelievedAt(one, now)] as const),
    );
    const watches = chats.flatMap((chat) => chat.watches);
    const key = JSON.stringify([
      knowledge.snapshots.revision(),
      due.dossiers.revision(),
      dayOf(now).toString(),
      [...states],
      watches.map(({ agency }) => agency),
    ]);
    if (last?.key === key) return last.observations;
    // Of what nothing is expected, like files imported by hand, only its age is judged.
    const isBelieved = async (source: string) => states.get(source) ?? true;
    const watched = [...watchedAgencies(watches, due.directory).keys()];
    const observations = await observe({ knowledge, due, isBelieved }, watched, rules);
    last = { key, observations };
    return observations;
  };
}
