import { listFor, type ListRoom } from '../src/answers/own-list.ts';
import type { AudienceStore, Subscription } from '../src/audience/store.ts';
import { dayOf } from '../src/clock.ts';
import { isAnythingDue } from '../src/dossiers/due-counts.ts';
import { chatPart, type Outbox, type Outgoing } from '../src/outbox/message.ts';
import { morningReplies } from '../src/replies/morning-reply.ts';
import { headlineOf } from '../src/replies/reply.ts';
import type { Job } from '../src/schedule/job.ts';
import type { RunStore } from '../src/schedule/run-store.ts';
import { momentAt, noonOf, slotOf } from '../src/schedule/slot.ts';

const NAME = 'morning-list';
const MISSED = 'morning-list-missed';

type Room = ListRoom & {
  readonly audience: Pick<AudienceStore, 'subscriptions' | 'bindingOf'>;
  readonly outbox: Outbox;
  readonly runs: RunStore;
};

/** What became of one subscription in a run. */
type Outcome =
  | { readonly kind: 'queued' | 'missed'; readonly message: Outgoing }
  | { readonly kind: 'known' | 'waiting' | 'paused' | 'silent' | 'noList' | 'notAllowed' };

/**
 * Sends each subscribed chat its list on working days: looks every minute whose hour has come, so that a morning with an
 * outage is made up for until noon. However often it runs, a chat gets one list a day.
 */
export function morningList(room: Room): Job {
  return {
    name: NAME,
    when: '* * * * *',
    async run({ dry }) {
      const { audience, due, outbox, runs } = room;
      const now = due.clock.now();
      const lastRun = await runs.lastRun(NAME);
      const outcomes: Outcome[] = [];
      for (const subscription of await audience.subscriptions('morningList')) {
        outcomes.push(await outcomeOf(subscription, { now, lastRun }, room));
      }
      const messages = outcomes.flatMap((outcome) =>
        'message' in outcome ? [outcome.message] : [],
      );
      if (!dry) {
        await outbox.put(messages, now);
        await runs.ran(NAME, now);
      }
      return { summary: countsOf(outcomes), details: messages.map(lineOf) };
    },
  };
}

type Moment = { readonly now: Temporal.Instant; readonly lastRun: Temporal.Instant | null };

async function outcomeOf(subscription: Subscription, at: Moment, room: Room): Promise<Outcome> {
  const { due, outbox } = room;
  if (subscription.pausedBecause !== null) return { kind: 'paused' };
  const slot = slotOf(subscription, at.now, due.calendar);
  const isMissed = slot === 'missed' && wasMissed(subscription, at);
  if (slot !== 'send' && !isMissed) return { kind: 'waiting' };
  if (await outbox.knows(keyOf(subscription, at.now, NAME))) return { kind: 'known' };
  if (isMissed && (await outbox.knows(keyOf(subscription, at.now, MISSED))))
    return { kind: 'known' };
  return composed(subscription, { at, isMissed }, room);
}

async function composed(
  subscription: Subscription,
  { at, isMissed }: { readonly at: Moment; readonly isMissed: boolean },
  room: Room,
): Promise<Outcome> {
  const { channel, address, whenNothing } = subscription;
  const agency = room.due.directory.get(subscription.agency);
  const list = await listFor({ channel, chat: address.chat, agency }, room);
  if (list === null) return { kind: 'notAllowed' };
  if (list.kind === 'noDossiers') return { kind: 'noList' };
  if (!isAnythingDue(list.counts) && whenNothing === 'silent') return { kind: 'silent' };
  const day = dayOf(at.now);
  const kind = isMissed ? 'missed' : 'queued';
  const reply = isMissed ? morningReplies.missed(agency, day) : morningReplies.list(list);
  return {
    kind,
    message: {
      key: keyOf(subscription, at.now, isMissed ? MISSED : NAME),
      channel,
      address,
      reply,
      notBefore: at.now,
      notAfter: isMissed ? null : noonOf(day),
    },
  };
}

/** Nobody looked between the hour and noon: the bot did not run. */
function wasMissed({ at }: Subscription, { now, lastRun }: Moment): boolean {
  return lastRun === null || Temporal.Instant.compare(lastRun, momentAt(dayOf(now), at)) < 0;
}

function keyOf(
  { channel, address, agency }: Subscription,
  now: Temporal.Instant,
  name: string,
): string {
  return [name, dayOf(now).toString(), chatPart(channel, address.chat), agency].join('/');
}

function countsOf(outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { queued: 0 };
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function lineOf({ key, reply }: Outgoing): string {
  return `${key} ${headlineOf(reply)}`;
}
