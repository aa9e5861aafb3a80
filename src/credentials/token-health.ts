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
  const lapsesAt = lapseOf(known);
  if (!isBefore(now, lapsesAt)) return { kind: 'lapsed', at: lapsesAt };
  return refusal(known, now) ?? lapseSoon(lapsesAt, now) ?? overdue(known, now) ?? good(lapsesAt);
}

function lapseOf({ tokens, since }: KnownTokens): Temporal.Instant {
  return tokens.refreshUntil ?? since.add({ hours: REFRESH_DAYS * 24 });
}

function refusal(
  { refused, doubtedSince, tokens: { access } }: KnownTokens,
  now: Temporal.Instant,
): TokenHealth | null {
  if (refused === null) return null;
  const worksUntil = access !== null && isBefore(now, access.until) ? access.until : null;
  return { kind: 'refused', ...refused, pairLost: doubtedSince !== null, worksUntil };
}

function lapseSoon(at: Temporal.Instant, now: Temporal.Instant): TokenHealth | null {
  const daysLeft = Math.floor((at.epochMilliseconds - now.epochMilliseconds) / DAY_MS);
  return daysLeft < WARNING_DAYS ? { kind: 'lapsesSoon', at, daysLeft } : null;
}

function overdue({ tokens, since }: KnownTokens, now: Temporal.Instant): TokenHealth | null {
  const workedUntil = tokens.access?.until ?? since;
  const isFine = isBefore(now, workedUntil.add({ hours: OVERDUE_HOURS }));
  return isFine ? null : { kind: 'notRenewed', since: workedUntil };
}

function good(lapsesAt: Temporal.Instant): TokenHealth {
  return { kind: 'good', lapsesAt };
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
