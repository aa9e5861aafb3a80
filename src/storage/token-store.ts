import { createHash } from 'node:crypto';

import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type {
  Entered,
  HeldToken,
  KnownTokens,
  Left,
  TokenLease,
  Tokens,
  TokenStore,
} from '../credentials/token-store.ts';
import { Moment, momentText } from './moment.ts';
import type { Storage } from './open.ts';
import { type TokenStatements, tokenStatements } from './token-statements.ts';

const TokenRow = z.object({
  id: z.int(),
  account: z.string(),
  origin: z.enum(['environment', 'renewal']),
  since: Moment,
  state: z.enum(['current', 'renewing']),
  refresh_token: z.string(),
  refresh_until: Moment.nullable(),
  access_token: z.string().nullable(),
  access_until: Moment.nullable(),
  lease_until: Moment.nullable(),
  doubted_since: Moment.nullable(),
  refused_since: Moment.nullable(),
  refused_why: z.string().nullable(),
  waits: z.literal([0, 1]),
});
type TokenRow = z.infer<typeof TokenRow>;

/** The tokens of accounts at outside services, kept in `storage`. */
export function tokenStore({ database }: Storage): TokenStore {
  const sql = tokenStatements(database);
  const rowsOf = (account: string): Rows => {
    const rows = TokenRow.array().parse(sql.inUse.all({ account }));
    const [inUse = null, given = null] = [0, 1].map((waits) =>
      rows.find((row) => row.waits === waits),
    );
    return { inUse, given };
  };
  const isKnown = (account: string, fingerprint: string) =>
    sql.seen.get({ account, fingerprint }) !== undefined;

  const adopt = database.transaction((account: string, token: string, since: string) => {
    const fingerprint = fingerprintOf(token);
    // One that was given before this one is no longer meant.
    sql.withdraw.run({ account, fingerprint });
    if (isKnown(account, fingerprint)) return false;
    const waits = Number(rowsOf(account).inUse !== null);
    sql.add.run({ ...NO_ACCESS, account, fingerprint, token, since, waits, origin: 'environment' });
    return true;
  });

  const enter = database.transaction((account: string, lease: TokenLease): Entered => {
    const rows = rowsOf(account);
    const row = nextOf(rows);
    if (row === null) return { kind: 'none' };
    if (Object.values(rows).some((one) => isLeased(one, lease.at))) return { kind: 'busy' };
    const { owner } = lease;
    sql.enter.run({
      id: row.id,
      owner,
      until: momentText(lease.until),
      // Whoever was at it has died over it.
      doubted: row.state === 'renewing' ? momentText(lease.at) : null,
    });
    const entered = TokenRow.parse(sql.byId.get({ id: row.id }));
    const isGiven = row.waits === 1;
    return { kind: 'entered', held: { id: row.id, owner }, known: knownOf(entered, null), isGiven };
  });

  const renewed = renewer(database, sql);

  return {
    adopt: async (account, token, at) => adopt.immediate(account, token, momentText(at)),
    knows: async (account, token) => isKnown(account, fingerprintOf(token)),
    async known(account) {
      const { inUse, given } = rowsOf(account);
      return inUse && knownOf(inUse, given);
    },
    enter: async (account, lease) => onDisk(database, () => enter.immediate(account, lease)),
    renewed: async (held, tokens, at) =>
      onDisk(database, () => renewed.immediate(held, tokens, momentText(at))),
    leave: async (held, left, at) => void sql.leave.run({ ...held, ...marksOf(left, at) }),
  };
}

/** The pair in use, and the token that waits beside it. */
type Rows = { readonly inUse: TokenRow | null; readonly given: TokenRow | null };

/** What is to be renewed: a new token of the configuration, as long as nobody knows that it is not taken. */
function nextOf({ inUse, given }: Rows): TokenRow | null {
  return given !== null && given.refused_since === null ? given : inUse;
}

function isLeased(row: TokenRow | null, at: Temporal.Instant): boolean {
  return row !== null && row.lease_until !== null && isAfter(row.lease_until, at);
}

/** Puts the successors in the place of tokens that were spent for them; false = these are not there. */
function renewer(database: Database, sql: TokenStatements) {
  return database.transaction(({ id }: HeldToken, tokens: Tokens, since: string) => {
    const row = TokenRow.optional().parse(sql.byId.get({ id }));
    if (row === undefined) return false;
    const { account } = row;
    sql.spend.run({ id });
    // It has worked: now it takes the place of the pair it waited beside.
    if (row.waits === 1) sql.replace.run({ account });
    sql.add.run({
      account,
      waits: 0,
      fingerprint: fingerprintOf(tokens.refreshToken),
      token: tokens.refreshToken,
      since,
      origin: 'renewal',
      refreshUntil: tokens.refreshUntil && momentText(tokens.refreshUntil),
      access: tokens.access?.token ?? null,
      accessUntil: tokens.access && momentText(tokens.access.until),
    });
    return true;
  });
}

function marksOf(left: Left, at: Temporal.Instant) {
  const now = momentText(at);
  return {
    doubted: left.kind === 'unknown' ? now : null,
    refused: left.kind === 'refused' ? now : null,
    why: left.kind === 'refused' ? left.why : null,
  };
}

function knownOf(row: TokenRow, given: TokenRow | null): KnownTokens {
  const { access_token: access, access_until: until } = row;
  return {
    tokens: {
      refreshToken: row.refresh_token,
      refreshUntil: row.refresh_until,
      access: access === null || until === null ? null : { token: access, until },
    },
    origin: row.origin,
    since: row.since,
    doubtedSince: row.doubted_since,
    refused: refusedOf(row),
    given: given && { since: given.since, refused: refusedOf(given) },
  };
}

function refusedOf({ refused_since: since, refused_why: why }: TokenRow) {
  return since === null ? null : { since, why: why ?? '' };
}

const NO_ACCESS = { refreshUntil: null, access: null, accessUntil: null };

/** A commit of this store may be lost by a power cut; one that keeps a token which exists nowhere else may not. */
function onDisk<Done>(database: Database, write: () => Done): Done {
  database.pragma('synchronous = FULL');
  try {
    return write();
  } finally {
    database.pragma('synchronous = NORMAL');
  }
}

function fingerprintOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
