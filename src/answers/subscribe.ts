import type { Agency } from '../agencies/agency.ts';
import type { Asker } from '../audience/asker.ts';
import { dossierView, mayHaveDigest } from '../audience/rights.ts';
import type { Standing } from '../audience/standing.ts';
import type {
  AlertSubscription,
  Binding,
  MorningKind,
  MorningSubscription,
  Subscription,
  SubscriptionKind,
} from '../audience/store.ts';
import { USUAL_HOURS } from '../audience/usual-hours.ts';
import type { SubscriptionAsked } from '../dialogue/read-subscription.ts';
import { quotaReplies } from '../replies/quota-reply.ts';
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
  const kind = asked.kind ?? usualKind(asked, asker);
  const refused = refusalOf(kind, asked);
  if (refused !== null) return refused;
  const named = agencyFor({ ...asked, kind }, asker, reception);
  if ('reply' in named) return named.reply;
  const { agency } = named;
  if (!mayBeSent({ kind, agency: agency.id }, asker.standing, reception)) {
    return subscriptionReplies.notYours(agency, kind);
  }
  // What is sent is decided by what the chat is bound as: a keeper's own rights end with the conversation.
  if ((await reception.audience.bindingOf(asker.channel, asker.chat)) === null) {
    return subscriptionReplies.notBound();
  }
  const before = (await subscribedIn(asker, reception))
    .map(({ subscription }) => subscription)
    .find((each) => each.kind === kind && each.agency === agency.id);
  const now = reception.clock.now();
  const subscription: Subscription = {
    channel: asker.channel,
    address: { chat: asker.chat, topic: asker.topic ?? null },
    agency: agency.id,
    // Subscribing again also wakes what was at rest.
    since: before === undefined || before.pausedBecause !== null ? now : before.since,
    pausedBecause: null,
    ...(kind === 'alerts' ? alertManner(before, asked) : morningManner(kind, before, asked)),
  };
  return kept({ subscription, agency }, reception);
}

/** Subscribes, if the plan of the messenger can carry it. */
async function kept(
  subscribed: Subscribed,
  { audience, overfull }: Pick<Reception, 'audience' | 'overfull'>,
): Promise<Reply> {
  const month = overfull === undefined ? null : await overfull(subscribed.subscription);
  if (month !== null) return quotaReplies.doesNotFit(month);
  await audience.subscribe(subscribed.subscription);
  return subscriptionReplies.subscribed(subscribed);
}

/** Why what was asked for cannot be; null if it can. */
function refusalOf(kind: SubscriptionKind, { at, limit }: SubscriptionAsked): Reply | null {
  if (kind === 'alerts')
    return limit === 'noSuchLimit' ? subscriptionReplies.limitNotAllowed() : null;
  if (at === null || (at !== 'noSuchHour' && isMorning(at))) return null;
  return subscriptionReplies.hourNotAllowed(EARLIEST, LATEST);
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

/** When and how something comes on mornings. */
type Manner = Pick<MorningSubscription, 'at' | 'weekday' | 'whenNothing'>;

function morningManner(
  kind: MorningKind,
  before: Subscription | undefined,
  { at, weekday, whenNothing }: SubscriptionAsked,
): Manner & { readonly kind: MorningKind } {
  const usual: Manner = { at: USUAL_HOURS[kind], weekday: null, whenNothing: 'say' };
  const was = before === undefined || before.kind === 'alerts' ? usual : before;
  return {
    kind,
    at: at === null || at === 'noSuchHour' ? was.at : at,
    weekday: weekday === 'daily' ? null : (weekday ?? was.weekday),
    whenNothing: whenNothing ?? was.whenNothing,
  };
}

function alertManner(
  before: Subscription | undefined,
  { limit }: SubscriptionAsked,
): Pick<AlertSubscription, 'kind' | 'ownLimit'> {
  const was = before?.kind === 'alerts' ? before.ownLimit : null;
  if (limit === 'usual') return { kind: 'alerts', ownLimit: null };
  return { kind: 'alerts', ownLimit: typeof limit === 'number' ? limit : was };
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

/** Only alerts have a limit; the group of an agency wants its dossiers, everybody else the summary. */
function usualKind({ limit }: SubscriptionAsked, { standing }: Asker): SubscriptionKind {
  if (limit !== null) return 'alerts';
  return standing.role === 'agency' ? 'morningList' : 'leaderDigest';
}

/** What is wanted, as it can be typed again with another name. */
const SAID: Readonly<Record<SubscriptionKind, string>> = {
  morningList: 'danh sach',
  leaderDigest: 'tom tat',
  alerts: 'canh bao',
};

type Wanted = Pick<SubscriptionAsked, 'name' | 'limit'> & { readonly kind: SubscriptionKind };

function agencyFor(
  { kind, name, limit }: Wanted,
  { standing }: Asker,
  reception: Reception,
): { readonly agency: Agency } | { readonly reply: Reply } {
  const { directory } = reception;
  if (name !== '') {
    const limited = typeof limit === 'number' ? ` ${(limit / 100).toFixed(2)}%` : '';
    return namedAgency(reception, name, (exact) => `/dang-ky ${SAID[kind]}${limited} ${exact}`);
  }
  if (standing.agency !== null) return { agency: directory.get(standing.agency) };
  if (kind !== 'morningList') return { agency: directory.province };
  return { reply: subscriptionReplies.noAgency(kind) };
}
