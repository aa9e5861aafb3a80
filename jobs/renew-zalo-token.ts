import { type KeeperRoom, keeperChats } from '../src/answers/keeper-chats.ts';
import { type ChatOf, chatRef } from '../src/audience/chat-name.ts';
import { type Clock, dayOf } from '../src/clock.ts';
import { type TokenHealth, tokenHealth } from '../src/credentials/token-health.ts';
import type { KnownTokens } from '../src/credentials/token-store.ts';
import { faultText, type Log } from '../src/log.ts';
import { type Outbox, type Outgoing, pushKey } from '../src/outbox/message.ts';
import { tokenNotice } from '../src/replies/token-notice.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = KeeperRoom & {
  /** The tokens of the account as they are stored. */
  readonly known: () => Promise<KnownTokens | null>;
  /** Trades the refresh token for the next pair and stores it. Rejects when nothing came of it. */
  readonly renew: () => Promise<unknown>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * The access token lives 25 hours. Should its successor be lost on the way, what is left of it is the
 * time a keeper has to consent again before anything stops: so it is renewed at half of it, and not before every push.
 */
const RENEWED_BEFORE_HOURS = 12;

/** Renews the tokens of the Official Account in time, and tells the keepers of what only they can mend. */
export function renewZaloToken(room: Room): Job {
  const { known, outbox, clock } = room;
  return {
    name: 'renew-zalo-token',
    when: '17 * * * *',
    async run({ dry }) {
      const isDue = needsRenewal(await known(), clock.now());
      const failure = isDue && !dry ? await failureOf(room) : null;
      const now = clock.now();
      const health = tokenHealth(await known(), now);
      const notices = noticesOf(health, { chats: await keeperChats(room), now });
      const { queued } = dry ? { queued: 0 } : await outbox.put(notices, now);
      const renewed = isDue && !dry && failure === null;
      return {
        summary: { renewed: Number(renewed), failed: Number(failure !== null), notices: queued },
        details: [
          `${isDue ? 'due for renewal' : 'not due'}, ${health.kind}`,
          ...(failure === null ? [] : [failure]),
          ...notices.map(({ key }) => key),
        ],
      };
    },
  };
}

function needsRenewal(known: KnownTokens | null, now: Temporal.Instant): boolean {
  const until = known?.tokens.access?.until;
  if (known === null || until === undefined) return true;
  if (known.given !== null && known.given.refused === null) return true;
  const from = until.subtract({ hours: RENEWED_BEFORE_HOURS });
  // Given when the clock was ahead: how long they live was reckoned from a wrong day.
  const isAhead = Temporal.Instant.compare(known.since, now) > 0;
  return isAhead || Temporal.Instant.compare(now, from) >= 0;
}

async function failureOf({ renew, log }: Room): Promise<string | null> {
  try {
    await renew();
    return null;
  } catch (error) {
    const why = faultText(error);
    log.error('zaloOa.tokensNotRenewed', { why });
    return why;
  }
}

type Telling = { readonly chats: readonly ChatOf[]; readonly now: Temporal.Instant };

function noticesOf(health: TokenHealth, { chats, now }: Telling): readonly Outgoing[] {
  const reply = tokenNotice(health);
  if (reply === null) return [];
  return chats.map(({ channel, chat }) => ({
    key: pushKey('zalo-token', health.kind, occasionOf(health, now), chatRef(channel, chat)),
    channel,
    address: { chat, topic: null },
    reply,
    notBefore: now,
    notAfter: null,
  }));
}

/** Told of once a day; of a lapse that is weeks away, or of a token that nothing depends on yet, once a week. */
function occasionOf(health: TokenHealth, now: Temporal.Instant): string {
  if (health.kind === 'givenRefused') {
    const days = dayOf(health.since).until(dayOf(now)).days;
    return `${dayOf(health.since).toString()} ${String(Math.floor(days / 7))}`;
  }
  if (health.kind !== 'lapsesSoon') return dayOf(now).toString();
  return `${dayOf(health.at).toString()} ${String(Math.ceil((health.daysLeft + 1) / 7))}`;
}
