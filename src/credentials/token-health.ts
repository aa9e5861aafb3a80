import type { KnownTokens } from './token-store.ts';

/** What a keeper has to know of an account's tokens, the most pressing first; all days are whole days. */
export type TokenHealth =
  /** Nobody has consented yet. */
  | { readonly kind: 'missing' }
  /** Older than the service allows. */
  | { readonly kind: 'lapsed'; readonly at: Temporal.Instant }
  /**
   * Not taken by the service. `pairLost`: a renewal was cut off before, so its successor was most probably given and lost;
   * `worksUntil`: the access token at hand carries on until then, null = not any more.
   */
  | {
      readonly kind: 'refused';
      readonly since: Temporal.Instant;
      readonly why: string;
      readonly pairLost: boolean;
      readonly worksUntil: Temporal.Instant | null;
    }
  /** No renewal has come through for too long. */
  | { readonly kind: 'lapsesSoon'; readonly at: Temporal.Instant; readonly daysLeft: number }
  /** There is no access token that works, and the service does not answer. */
  | { readonly kind: 'notRenewed'; readonly since: Temporal.Instant }
  | { readonly kind: 'good'; readonly lapsesAt: Temporal.Instant };

/** messengers.md B1: three months; the shortest three months have 89 days. */
const REFRESH_DAYS = 89;
/** Weeks before it lapses, so that somebody who can consent is found in time. */
const WARNING_DAYS = 21;
/** Renewals are tried every hour: twice in vain is a fault, not a hiccup. */
const OVERDUE_HOURS = 2;

const DAY_MS = 86_400_000;

/** Judges the tokens of an account at a moment. */
export function tokenHealth(known: KnownTokens | null, now: Temporal.Instant): TokenHealth {
  if (known === null) return { kind: 'missing' };
  const { tokens, since, refused, doubtedSince } = known;
  const lapsesAt = tokens.refreshUntil ?? since.add({ hours: REFRESH_DAYS * 24 });
  if (!isBefore(now, lapsesAt)) return { kind: 'lapsed', at: lapsesAt };
  const until = tokens.access?.until ?? null;
  if (refused !== null) {
    const worksUntil = until !== null && isBefore(now, until) ? until : null;
    return { kind: 'refused', ...refused, pairLost: doubtedSince !== null, worksUntil };
  }
  const leftMs = lapsesAt.epochMilliseconds - now.epochMilliseconds;
  const daysLeft = Math.floor(leftMs / DAY_MS);
  if (daysLeft < WARNING_DAYS) return { kind: 'lapsesSoon', at: lapsesAt, daysLeft };
  const overdueFrom = (until ?? since).add({ hours: OVERDUE_HOURS });
  if (!isBefore(now, overdueFrom)) return { kind: 'notRenewed', since: until ?? since };
  return { kind: 'good', lapsesAt };
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
