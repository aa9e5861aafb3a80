import type { Agency } from '../agencies/agency.ts';
import { exactIdsIn, exactName } from '../asking/question-text.ts';
import type { Asker } from '../audience/asker.ts';
import type { Subscription, SubscriptionKind } from '../audience/store.ts';
import { dayOf } from '../clock.ts';
import type { SubscriptionAsked } from '../dialogue/read-subscription.ts';
import { type NoLonger, noLonger } from '../queries/no-longer.ts';
import { quotaReplies } from '../replies/quota-reply.ts';
import type { Reply } from '../replies/reply.ts';
import {
  type NewlySubscribed,
  subscriptionReplies,
  type Subscribed,
} from '../replies/subscription-reply.ts';
import { mayBeSent } from './may-be-sent.ts';
import { namedAgency, type Reception } from './reception.ts';
import { askedAgain, mannerOf } from './subscription-manner.ts';

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
  const wanted = { ...asked, kind };
  const refused = refusalOf(wanted);
  if (refused !== null) return refused;
  const named = agencyFor(wanted, asker, reception);
  if ('reply' in named) return named.reply;
  const { agency } = named;
  if (!mayBeSent({ kind, agency: agency.id }, asker.standing, reception)) {
    return subscriptionReplies.notYours(agency, kind, asker);
  }
  // What is sent is decided by what the chat is bound as: a keeper's own rights end with the conversation.
  if ((await reception.audience.bindingOf(asker.channel, asker.chat)) === null) {
    return subscriptionReplies.notBound(asker);
  }
  return subscribeTo(wanted, named, { asker, reception });
}

/** Subscribes to an agency that the chat may be sent things of; to one that is no more only if it is meant as it is. */
async function subscribeTo(
  wanted: Wanted,
  { agency, isChosen }: Named,
  { asker, reception }: Place,
): Promise<Reply> {
  const { kind } = wanted;
  const before = (await subscribedIn(asker, reception))
    .map(({ subscription }) => subscription)
    .find((each) => each.kind === kind && each.agency === agency.id);
  const gone = replacedBy({ kind, agency }, asker, reception);
  const again = (one: Agency) => askedAgain(wanted, exactName(one));
  // A name that is no more is hardly meant: nothing of it comes, and of what it became nothing would.
  const isAsked = !isChosen && before === undefined;
  if (gone !== null && isAsked && gone.successors.length > 0) {
    return subscriptionReplies.whichOfToday(gone, kind, again);
  }
  const subscription = subscriptionOf(wanted, { agency, before }, { asker, reception });
  const silent = reception.silentRules?.(dayOf(reception.clock.now())) ?? [];
  return kept({ subscription, agency, gone, again, silent }, reception);
}

type Subject = { readonly agency: Agency; readonly before: Subscription | undefined };
type Place = { readonly asker: Asker; readonly reception: Reception };

function subscriptionOf(
  wanted: Wanted,
  { agency, before }: Subject,
  { asker, reception }: Place,
): Subscription {
  return {
    channel: asker.channel,
    address: { chat: asker.chat, topic: asker.topic ?? null },
    agency: agency.id,
    // Subscribing again also wakes what was at rest.
    since:
      before === undefined || before.pausedBecause !== null ? reception.clock.now() : before.since,
    pausedBecause: null,
    ...mannerOf(wanted.kind, before, wanted),
  };
}

/** Subscribes, if the plan of the messenger can carry it. */
async function kept(
  subscribed: NewlySubscribed,
  { audience, overfull }: Pick<Reception, 'audience' | 'overfull'>,
): Promise<Reply> {
  const month = overfull === undefined ? null : await overfull(subscribed.subscription);
  if (month !== null) return quotaReplies.doesNotFit(month);
  await audience.subscribe(subscribed.subscription);
  return subscriptionReplies.subscribed(subscribed);
}

/** Why what was asked for cannot be; null if it can. */
function refusalOf({ kind, at, limit }: Wanted): Reply | null {
  if (kind === 'alerts')
    return limit === 'noSuchLimit' ? subscriptionReplies.limitNotAllowed() : null;
  if (at === null || (at !== 'noSuchHour' && isMorning(at))) return null;
  return subscriptionReplies.hourNotAllowed(EARLIEST, LATEST);
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

type Wanted = SubscriptionAsked & { readonly kind: SubscriptionKind };
type Named = {
  readonly agency: Agency;
  /** Meant as it is: chosen from a list, or the chat's own. */
  readonly isChosen: boolean;
};

function agencyFor(
  asked: Wanted,
  { standing }: Asker,
  reception: Reception,
): Named | { readonly reply: Reply } {
  const { directory } = reception;
  const { kind, name } = asked;
  if (name !== '') {
    const named = namedAgency(reception, name, (exact) => askedAgain(asked, exact));
    return 'reply' in named ? named : { ...named, isChosen: exactIdsIn(name).length > 0 };
  }
  if (standing.agency !== null) return { agency: directory.get(standing.agency), isChosen: true };
  if (kind !== 'morningList') return { agency: directory.province, isChosen: true };
  return { reply: subscriptionReplies.noAgency(kind) };
}

/** Whom to watch instead of an agency that is no more, of those the chat may be sent anything of; null while it is. */
export function replacedBy(
  { kind, agency }: { readonly kind: SubscriptionKind; readonly agency: Agency },
  { standing }: Pick<Asker, 'standing'>,
  reception: Reception,
): NoLonger | null {
  const { directory, clock } = reception;
  const gone = noLonger(directory, agency, dayOf(clock.now()));
  if (gone === null) return null;
  const successors = gone.successors.filter(({ id }) =>
    mayBeSent({ kind, agency: id }, standing, reception),
  );
  return { ...gone, successors };
}
