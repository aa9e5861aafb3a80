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
  /** A new token of the configuration is not taken by the service; the pair before it is still in use. */
  | {
      readonly kind: 'givenRefused';
      readonly since: Temporal.Instant;
      readonly why: string;
      readonly lapsesAt: Temporal.Instant;
    }
  /** No renewal has come through for too long. */
  | { readonly kind: 'lapsesSoon'; readonly at: Temporal.Instant; readonly daysLeft: number }
  /** There is no access token that works, and the service does not answer. */
  | { readonly kind: 'notRenewed'; readonly since: Temporal.Instant }
  /** A token of the configuration that has not been tried yet: nobody knows whether it is taken, nor until when. */
  | { readonly kind: 'untried' }
  | { readonly kind: 'good'; readonly lapsesAt: Temporal.Instant };

/** Refresh tokens live three months; the shortest three months have 89 days. */
const REFRESH_DAYS = 89;
/** Weeks before it lapses, so that somebody who can consent is found in time. */
const WARNING_DAYS = 21;
/** So long without an access token is a fault, not a hiccup: renewals are tried from half a day before. */
const OVERDUE_HOURS = 2;

const DAY_MS = 86_400_000;

/** Judges the tokens of an account at a moment. */
export function tokenHealth(known: KnownTokens | null, now: Temporal.Instant): TokenHealth {
  if (known === null) return { kind: 'missing' };
  const lapsesAt = lapseOf(known);
  if (!isBefore(now, lapsesAt)) return { kind: 'lapsed', at: lapsesAt };
  return (
    refusal(known, now) ??
    givenRefusal(known, lapsesAt) ??
    lapseSoon(lapsesAt, now) ??
    overdue(known, now) ??
    untried(known) ??
    good(lapsesAt)
  );
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

function givenRefusal({ given }: KnownTokens, lapsesAt: Temporal.Instant): TokenHealth | null {
  const refused = given?.refused ?? null;
  return refused && { kind: 'givenRefused', ...refused, lapsesAt };
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

function untried({ given, tokens: { access } }: KnownTokens): TokenHealth | null {
  const waits = given !== null && given.refused === null;
  return waits || access === null ? { kind: 'untried' } : null;
}

function good(lapsesAt: Temporal.Instant): TokenHealth {
  return { kind: 'good', lapsesAt };
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
