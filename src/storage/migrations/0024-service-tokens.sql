-- Tokens of accounts at outside services, one row a refresh token. A refresh token works once; rows stay, without their
-- secrets, so that a token is never taken into use twice.
create table service_tokens (
  id integer primary key,
  account text not null check (account <> ''),
  -- SHA-256 of the refresh token.
  fingerprint text not null check (length(fingerprint) = 64),
  origin text not null check (origin in ('environment', 'renewal')),
  since text not null check (since glob '*Z'),
  state text not null check (state in ('current', 'renewing', 'spent', 'replaced')),
  refresh_token text check (refresh_token <> ''),
  refresh_until text check (refresh_until glob '*Z'),
  access_token text check (access_token <> ''),
  access_until text check (access_until glob '*Z'),

  -- Who is renewing, and until when it is believed to be alive.
  owner text,
  lease_until text check (lease_until glob '*Z'),
  -- Since when a renewal was begun whose outcome was never written down: the token may be spent.
  doubted_since text check (doubted_since glob '*Z'),
  refused_since text check (refused_since glob '*Z'),
  refused_why text,

  unique (account, fingerprint),
  check ((state in ('current', 'renewing')) = (refresh_token is not null)),
  check ((state = 'renewing') = (owner is not null and lease_until is not null)),
  check ((access_token is null) = (access_until is null)),
  check ((refused_since is null) = (refused_why is null))
) strict;

create unique index service_tokens_in_use on service_tokens (account) where state in ('current', 'renewing');
