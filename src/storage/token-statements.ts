import type { Database } from 'better-sqlite3';

/** A row that holds a token: the pair in use of an account, or one that waits beside it. */
const IN_USE = `state in ('current', 'renewing')`;

export type TokenStatements = ReturnType<typeof tokenStatements>;

/** Every statement on the tokens of accounts. */
export function tokenStatements(database: Database) {
  return {
    inUse: database.prepare(`select * from service_tokens where account = :account and ${IN_USE}`),
    byId: database.prepare(`select * from service_tokens where id = :id and ${IN_USE}`),
    seen: database.prepare(
      'select 1 from service_tokens where account = :account and fingerprint = :fingerprint',
    ),
    add: database.prepare(`insert into service_tokens (account, fingerprint, origin, since, state,
        refresh_token, refresh_until, access_token, access_until, waits)
      values (:account, :fingerprint, :origin, :since, 'current', :token, :refreshUntil, :access, :accessUntil, :waits)
      -- A service that gives the same token again has not spent it: better kept than lost.
      on conflict (account, fingerprint) do update set state = 'current', since = :since, refresh_token = :token,
        refresh_until = :refreshUntil, access_token = :access, access_until = :accessUntil, waits = :waits,
        doubted_since = null, refused_since = null, refused_why = null`),
    replace: database.prepare(`update service_tokens set state = 'replaced', refresh_token = null,
      access_token = null, access_until = null, owner = null, lease_until = null
      where account = :account and waits = 0 and ${IN_USE}`),
    withdraw: database.prepare(`update service_tokens set state = 'replaced', refresh_token = null,
      access_token = null, access_until = null, owner = null, lease_until = null
      where account = :account and waits = 1 and fingerprint <> :fingerprint and ${IN_USE}`),
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
