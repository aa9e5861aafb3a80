import type {
  AlertSubscription,
  MorningKind,
  MorningSubscription,
  Subscription,
  SubscriptionKind,
} from '../audience/store.ts';
import { USUAL_HOURS } from '../audience/usual-hours.ts';
import type { SubscriptionAsked } from '../dialogue/read-subscription.ts';

type Manner =
  | Pick<AlertSubscription, 'kind' | 'ownLimit'>
  | Pick<MorningSubscription, 'kind' | 'at' | 'weekday' | 'whenNothing'>;

/** When and how a chat is sent what it asked for; what it did not say is as it was before, or as usual. */
export function mannerOf(
  kind: SubscriptionKind,
  before: Subscription | undefined,
  asked: SubscriptionAsked,
): Manner {
  return kind === 'alerts' ? alertManner(before, asked) : morningManner(kind, before, asked);
}

function morningManner(
  kind: MorningKind,
  before: Subscription | undefined,
  { at, weekday, whenNothing }: SubscriptionAsked,
): Manner {
  const usual = { at: USUAL_HOURS[kind], weekday: null, whenNothing: 'say' } as const;
  const was = before === undefined || before.kind === 'alerts' ? usual : before;
  return {
    kind,
    at: at === null || at === 'noSuchHour' ? was.at : at,
    weekday: weekday === 'daily' ? null : (weekday ?? was.weekday),
    whenNothing: whenNothing ?? was.whenNothing,
  };
}

function alertManner(before: Subscription | undefined, { limit }: SubscriptionAsked): Manner {
  const was = before?.kind === 'alerts' ? before.ownLimit : null;
  if (limit === 'usual') return { kind: 'alerts', ownLimit: null };
  return { kind: 'alerts', ownLimit: typeof limit === 'number' ? limit : was };
}

/** The kinds as they are read back, whatever the marks. */
const KINDS: Readonly<Record<SubscriptionKind, string>> = {
  morningList: 'danh sach',
  leaderDigest: 'tom tat',
  alerts: 'canh bao',
};
const WHEN_NOTHING = { say: 'luon bao', silent: 'im lang' } as const;

/** What was asked for, as it can be typed again for another agency: what a choice among agencies sends. */
export function askedAgain(
  {
    kind,
    at,
    weekday,
    whenNothing,
    limit,
  }: SubscriptionAsked & { readonly kind: SubscriptionKind },
  name: string,
): string {
  return [
    `/dang-ky ${KINDS[kind]}`,
    at === null || at === 'noSuchHour' ? '' : at.toString({ smallestUnit: 'minute' }),
    weekdayText(weekday),
    whenNothing === null ? '' : WHEN_NOTHING[whenNothing],
    typeof limit === 'number' ? `${(limit / 100).toFixed(2)}%` : '',
    limit === 'usual' ? 'nguong chung' : '',
    name,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function weekdayText(weekday: SubscriptionAsked['weekday']): string {
  if (weekday === 'daily') return 'hang ngay';
  return weekday === null ? '' : `thu ${String(weekday + 1)}`;
}

/** The words by which one subscription of a chat is ended, and no other. */
export function endingText(kind: SubscriptionKind | null, name: string): string {
  return kind === null ? `/huy ${name}` : `/huy ${KINDS[kind]} ${name}`;
}
