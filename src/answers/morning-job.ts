import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Agency } from '../agencies/agency.ts';
import type { AudienceStore, MorningSubscription, MorningKind } from '../audience/store.ts';
import { dayOf } from '../clock.ts';
import type { Outbox, Outgoing } from '../outbox/message.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import { headlineOf, type Reply } from '../replies/reply.ts';
import type { Job } from '../schedule/job.ts';
import type { RunStore } from '../schedule/run-store.ts';
import { momentAt, noonOf, slotOf } from '../schedule/slot.ts';
import { MORNING_JOBS, missedKey, morningKey, noListKey } from './morning-key.ts';

/** What sending to subscribed chats needs. */
export type MorningRoom = {
  readonly due: Pick<DueKnowledge, 'clock' | 'calendar' | 'directory'>;
  readonly audience: Pick<AudienceStore, 'subscriptions'>;
  readonly outbox: Outbox;
  readonly runs: RunStore;
  /** Charts will be wanted once everything is composed: what draws them may get ready meanwhile. */
  readonly onChartsComing: () => void;
};

/** Why a chat is sent nothing: it wants silence, there is no list, it may not see it. */
type Withheld = 'silent' | 'noList' | 'notAllowed';

/** The message to one chat about one agency, or why there is none. */
type Compose = (chat: MorningSubscription, agency: Agency) => Promise<Reply | Withheld>;

/** One kind of message that comes on working mornings. */
export type Morning = {
  readonly kind: MorningKind;
  /** Begins a run: what composes the messages of a moment. */
  readonly at: (now: Temporal.Instant) => Compose;
  /** What is said once the whole morning was missed; without it that is counted only. */
  readonly missed?: (agency: Agency, day: Temporal.PlainDate) => Reply;
  /** What a chat is told, once, that waits for a list there is none of; without it that is counted only. */
  readonly noList?: (agency: Agency, day: Temporal.PlainDate) => Reply;
};

/** What became of one subscription in a run. */
type Outcome =
  | { readonly kind: 'queued' | 'missed' | 'noList'; readonly message: Outgoing }
  | { readonly kind: 'missed' | 'known' | 'waiting' | 'paused' | 'unknownAgency' | Withheld };

/** When a run looks, and when the one before it did. */
type Run = { readonly now: Temporal.Instant; readonly lastRun: Temporal.Instant | null };

/**
 * The job that sends each subscribed chat its message on working days: it looks every minute whose hour has come, so
 * that a morning with an outage is made up for until noon. However often it runs, a subscription brings one message a day.
 */
export function morningJob(morning: Morning, room: MorningRoom): Job {
  const name = MORNING_JOBS[morning.kind];
  return {
    name,
    when: '* * * * *',
    async run({ dry }) {
      const { audience, due, outbox, runs } = room;
      const run = { now: due.clock.now(), lastRun: await runs.lastRun(name) };
      const compose = morning.at(run.now);
      const outcomes: Outcome[] = [];
      const faults: unknown[] = [];
      for (const subscription of await audience.subscriptions(morning.kind)) {
        try {
          outcomes.push(await outcomeOf(subscription, run, { morning, compose, room }));
        } catch (fault) {
          faults.push(fault);
        }
      }
      const messages = outcomes.flatMap((outcome) =>
        'message' in outcome ? [outcome.message] : [],
      );
      const known = dry ? 0 : (await outbox.put(messages, run.now)).known;
      if (!dry) await runs.ran(name, run.now);
      // Only now: one list that cannot be composed must not keep the others from going out.
      if (faults.length > 0) throw allOf(faults);
      return { summary: countsOf(outcomes, known), details: messages.map(lineOf) };
    },
  };
}

/** All faults as one; the first tells most in a log. */
function allOf(faults: readonly unknown[]): Error {
  const [cause] = faults;
  return new AggregateError(faults, `${String(faults.length)} not composed`, { cause });
}

type Sending = {
  readonly morning: Morning;
  readonly compose: Compose;
  readonly room: MorningRoom;
};

async function outcomeOf(
  subscription: MorningSubscription,
  run: Run,
  sending: Sending,
): Promise<Outcome> {
  const { due, outbox } = sending.room;
  if (subscription.pausedBecause !== null) return { kind: 'paused' };
  const slot = slotOf(subscription, run.now, due.calendar);
  const isMissed = slot === 'missed' && wasMissed(subscription, run);
  if (slot !== 'send' && !isMissed) return { kind: 'waiting' };
  const day = dayOf(run.now);
  if (await outbox.knows(morningKey(subscription, day))) return { kind: 'known' };
  if (isMissed && (await outbox.knows(missedKey(subscription, day)))) return { kind: 'known' };
  return composed(subscription, { now: run.now, isMissed }, sending);
}

async function composed(
  subscription: MorningSubscription,
  { now, isMissed }: { readonly now: Temporal.Instant; readonly isMissed: boolean },
  { morning, compose, room: { due, outbox, onChartsComing } }: Sending,
): Promise<Outcome> {
  // The file of agencies may have changed; nobody else is to go without a message because of that.
  if (!due.directory.has(subscription.agency)) return { kind: 'unknownAgency' };
  const agency = due.directory.get(subscription.agency);
  // Stores answer at once and the lists of a province take a second: people who ask meanwhile are answered in between.
  await nextTurn();
  const reply = await compose(subscription, agency);
  if (reply === 'noList' && !isMissed)
    return withoutList(subscription, agency, { now, morning, outbox });
  if (typeof reply === 'string') return { kind: reply };
  if (reply.chart !== null) onChartsComing();
  if (!isMissed) return { kind: 'queued', message: messageOf(subscription, now, reply) };
  const day = dayOf(now);
  const note = morning.missed?.(agency, day);
  if (note === undefined) return { kind: 'missed' };
  const message = messageOf(subscription, now, note);
  return {
    kind: 'missed',
    message: { ...message, key: missedKey(subscription, day), notAfter: null },
  };
}

/** Whoever waits for a list that nobody gives the bot is told so once: silence would look like nothing due. */
async function withoutList(
  subscription: MorningSubscription,
  agency: Agency,
  {
    now,
    morning,
    outbox,
  }: Pick<Sending, 'morning'> & Pick<MorningRoom, 'outbox'> & { readonly now: Temporal.Instant },
): Promise<Outcome> {
  const key = noListKey(subscription);
  const note = morning.noList?.(agency, dayOf(now));
  if (note === undefined || (await outbox.knows(key))) return { kind: 'noList' };
  return { kind: 'noList', message: { ...messageOf(subscription, now, note), key } };
}

function messageOf(
  subscription: MorningSubscription,
  now: Temporal.Instant,
  reply: Reply,
): Outgoing {
  const { channel, address } = subscription;
  const day = dayOf(now);
  return {
    key: morningKey(subscription, day),
    channel,
    address,
    reply,
    notBefore: now,
    notAfter: noonOf(day),
  };
}

/** Nobody looked between the hour and noon: the bot did not run. */
function wasMissed({ at }: MorningSubscription, { now, lastRun }: Run): boolean {
  return lastRun === null || Temporal.Instant.compare(lastRun, momentAt(dayOf(now), at)) < 0;
}

/** `known`: of the messages so many had meanwhile been put by another process. */
function countsOf(outcomes: readonly Outcome[], known: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { queued: 0 };
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  if (known === 0) return counts;
  const { queued = 0 } = counts;
  return { ...counts, queued: Math.max(0, queued - known), known: (counts['known'] ?? 0) + known };
}

function lineOf({ key, reply }: Outgoing): string {
  return `${key} ${headlineOf(reply)}`;
}
