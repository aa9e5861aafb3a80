import type { Agency } from '../agencies/agency.ts';
import type { Asker } from '../audience/asker.ts';
import { dossierView, mayHaveDigest } from '../audience/rights.ts';
import type { Standing } from '../audience/standing.ts';
import type { Binding, Subscription, SubscriptionKind } from '../audience/store.ts';
import { USUAL_HOURS } from '../audience/usual-hours.ts';
import type { SubscriptionAsked } from '../dialogue/read-subscription.ts';
import type { Reply } from '../replies/reply.ts';
import { subscriptionReplies, type Subscribed } from '../replies/subscription-reply.ts';
import { namedAgency, type Reception } from './reception.ts';

/** Lists that come after noon are of no use for the day (design.md 2.2), and nobody is at work before this. */
const EARLIEST = Temporal.PlainTime.from('05:00');
const LATEST = Temporal.PlainTime.from('11:30');

/** Subscribes the asker's chat to what was asked for; what was not said is as it was before, or as usual. */
export async function subscribe(
  asked: SubscriptionAsked,
  asker: Asker,
  reception: Reception,
): Promise<Reply> {
  const { at } = asked;
  if (at === 'noSuchHour' || (at !== null && !isMorning(at))) {
    return subscriptionReplies.hourNotAllowed(EARLIEST, LATEST);
  }
  const kind = asked.kind ?? usualKind(asker);
  const named = agencyFor({ kind, name: asked.name }, asker, reception);
  if ('reply' in named) return named.reply;
  const { agency } = named;
  if (!mayBeSent({ kind, agency: agency.id }, asker.standing, reception)) {
    return subscriptionReplies.notYours(agency);
  }
  // What is sent is decided by what the chat is bound as: a keeper's own rights end with the conversation.
  if ((await reception.audience.bindingOf(asker.channel, asker.chat)) === null) {
    return subscriptionReplies.notBound();
  }
  const now = reception.clock.now();
  const before = (await subscribedIn(asker, reception))
    .map(({ subscription }) => subscription)
    .find((each) => each.kind === kind && each.agency === agency.id);
  const subscription: Subscription = {
    channel: asker.channel,
    address: { chat: asker.chat, topic: asker.topic ?? null },
    kind,
    agency: agency.id,
    ...changed(before ?? usual(kind, now), { ...asked, at }, now),
  };
  await reception.audience.subscribe(subscription);
  return subscriptionReplies.subscribed({ subscription, agency });
}

/** Whether a chat of a standing may be sent this by itself. */
function mayBeSent(
  { kind, agency }: Pick<Subscription, 'kind' | 'agency'>,
  standing: Standing,
  { directory }: Pick<Reception, 'directory'>,
): boolean {
  const view = dossierView(standing, agency, directory);
  return kind === 'leaderDigest' ? mayHaveDigest(view) : view !== null;
}

/** Ends what a chat may no longer be sent, now that it is bound as something else. */
export async function endForbidden(
  { channel, chat, role, agency: own }: Binding,
  reception: Reception,
): Promise<void> {
  const { audience } = reception;
  const standing = { role, agency: own, isKeeper: false };
  for (const { kind, agency } of await audience.subscriptionsOf(channel, chat)) {
    if (mayBeSent({ kind, agency }, standing, reception)) continue;
    await audience.unsubscribe(channel, chat, { kind, agency });
  }
}

/** When and how something is sent. */
type Manner = Pick<Subscription, 'at' | 'weekday' | 'whenNothing' | 'since' | 'pausedBecause'>;

function usual(kind: SubscriptionKind, since: Temporal.Instant): Manner {
  return { at: USUAL_HOURS[kind], weekday: null, whenNothing: 'say', since, pausedBecause: null };
}

/** What was asked for; subscribing again also wakes what was at rest. */
function changed(
  before: Manner,
  { at, weekday, whenNothing }: SubscriptionAsked & { readonly at: Temporal.PlainTime | null },
  now: Temporal.Instant,
): Manner {
  return {
    since: before.pausedBecause === null ? before.since : now,
    at: at ?? before.at,
    weekday: weekday === 'daily' ? null : (weekday ?? before.weekday),
    whenNothing: whenNothing ?? before.whenNothing,
    pausedBecause: null,
  };
}

/** What the asker's chat is subscribed to. */
export async function subscribedIn(
  { channel, chat }: Asker,
  { audience, directory }: Reception,
): Promise<readonly Subscribed[]> {
  const subscriptions = await audience.subscriptionsOf(channel, chat);
  return subscriptions.flatMap((subscription) =>
    directory.has(subscription.agency)
      ? [{ subscription, agency: directory.get(subscription.agency) }]
      : [],
  );
}

function isMorning(at: Temporal.PlainTime): boolean {
  return (
    Temporal.PlainTime.compare(at, EARLIEST) >= 0 && Temporal.PlainTime.compare(at, LATEST) <= 0
  );
}

/** The group of an agency wants its dossiers, everybody else the summary. */
function usualKind({ standing }: Asker): SubscriptionKind {
  return standing.role === 'agency' ? 'morningList' : 'leaderDigest';
}

function agencyFor(
  { kind, name }: { readonly kind: SubscriptionKind; readonly name: string },
  { standing }: Asker,
  reception: Reception,
): { readonly agency: Agency } | { readonly reply: Reply } {
  const { directory } = reception;
  if (name !== '') return namedAgency(reception, name, (exact) => `/dang-ky ${exact}`);
  if (standing.agency !== null) return { agency: directory.get(standing.agency) };
  if (kind === 'leaderDigest') return { agency: directory.province };
  return { reply: subscriptionReplies.noAgency(kind) };
}
