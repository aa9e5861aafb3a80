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
});
type TokenRow = z.infer<typeof TokenRow>;

const IN_USE = `state in ('current', 'renewing')`;

/** The tokens of accounts at outside services, kept in `storage`. */
export function tokenStore({ database }: Storage): TokenStore {
  const sql = statementsOf(database);
  const inUse = (account: string) => TokenRow.optional().parse(sql.inUse.get({ account })) ?? null;

  const adopt = database.transaction((account: string, token: string, since: string) => {
    const fingerprint = fingerprintOf(token);
    if (sql.seen.get({ account, fingerprint }) !== undefined) return false;
    sql.replace.run({ account });
    sql.add.run({ ...NO_ACCESS, account, fingerprint, token, since, origin: 'environment' });
    return true;
  });

  const enter = database.transaction((account: string, lease: TokenLease): Entered => {
    const row = inUse(account);
    if (row === null) return { kind: 'none' };
    if (row.lease_until !== null && isAfter(row.lease_until, lease.at)) return { kind: 'busy' };
    const { owner } = lease;
    sql.enter.run({
      id: row.id,
      owner,
      until: momentText(lease.until),
      // Whoever was at it has died over it.
      doubted: row.state === 'renewing' ? momentText(lease.at) : null,
    });
    const known = knownOf(inUse(account) ?? row);
    return { kind: 'entered', held: { id: row.id, owner }, known };
  });

  const renewed = renewer(database, sql);

  return {
    adopt: async (account, token, at) => adopt.immediate(account, token, momentText(at)),
    async known(account) {
      const row = inUse(account);
      return row && knownOf(row);
    },
    enter: async (account, lease) => onDisk(database, () => enter.immediate(account, lease)),
    renewed: async (held, tokens, at) =>
      onDisk(database, () => renewed.immediate(held, tokens, momentText(at))),
    leave: async (held, left, at) => void sql.leave.run({ ...held, ...marksOf(left, at) }),
  };
}

/** Puts the successors in the place of tokens that were spent for them; false = these are not there. */
function renewer(database: Database, sql: ReturnType<typeof statementsOf>) {
  return database.transaction(({ id }: HeldToken, tokens: Tokens, since: string) => {
    const row = TokenRow.optional().parse(sql.byId.get({ id }));
    if (row === undefined) return false;
    sql.spend.run({ id });
    sql.add.run({
      account: row.account,
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

const NO_ACCESS = { refreshUntil: null, access: null, accessUntil: null };

function statementsOf(database: Database) {
  return {
    inUse: database.prepare(`select * from service_tokens where account = :account and ${IN_USE}`),
    byId: database.prepare(`select * from service_tokens where id = :id and ${IN_USE}`),
    seen: database.prepare(
      'select 1 from service_tokens where account = :account and fingerprint = :fingerprint',
    ),
    add: database.prepare(`insert into service_tokens (account, fingerprint, origin, since, state,
        refresh_token, refresh_until, access_token, access_until)
      values (:account, :fingerprint, :origin, :since, 'current', :token, :refreshUntil, :access, :accessUntil)
      -- A service that gives the same token again has not spent it: better kept than lost.
      on conflict (account, fingerprint) do update set state = 'current', since = :since, refresh_token = :token,
        refresh_until = :refreshUntil, access_token = :access, access_until = :accessUntil,
        doubted_since = null, refused_since = null, refused_why = null`),
    replace: database.prepare(`update service_tokens set state = 'replaced', refresh_token = null,
      access_token = null, access_until = null, owner = null, lease_until = null
      where account = :account and ${IN_USE}`),
    spend: database.prepare(`update service_tokens set state = 'spent', refresh_token = null,
      access_token = null, access_until = null, owner = null, lease_until = null where id = :id`),
    enter: database.prepare(`update service_tokens set state = 'renewing', owner = :owner,
      lease_until = :until, doubted_since = coalesce(doubted_since, :doubted) where id = :id`),
    leave:
      database.prepare(`update service_tokens set state = 'current', owner = null, lease_until = null,
        doubted_since = coalesce(doubted_since, :doubted), refused_since = coalesce(refused_since, :refused),
        refused_why = coalesce(:why, refused_why)
      where id = :id and owner = :owner and state = 'renewing'`),
  };
}

function marksOf(left: Left, at: Temporal.Instant) {
  const now = momentText(at);
  return {
    doubted: left.kind === 'unknown' ? now : null,
    refused: left.kind === 'refused' ? now : null,
    why: left.kind === 'refused' ? left.why : null,
  };
}

function knownOf(row: TokenRow): KnownTokens {
  const { access_token: access, access_until: until, refused_since: refused } = row;
  return {
    tokens: {
      refreshToken: row.refresh_token,
      refreshUntil: row.refresh_until,
      access: access === null || until === null ? null : { token: access, until },
    },
    origin: row.origin,
    since: row.since,
    doubtedSince: row.doubted_since,
    refused: refused === null ? null : { since: refused, why: row.refused_why ?? '' },
  };
}

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
