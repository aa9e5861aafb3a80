-- Who is let in, as what, and what they are sent.

-- A chat a keeper has let in. Binding again replaces.
create table bindings (
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  title text check (title <> ''),
  role text not null check (role in ('leader', 'staff', 'agency', 'keeper')),
  agency text check (agency <> ''),
  bound_at text not null check (bound_at glob '*Z'),
  bound_by text not null check (bound_by <> ''),
  primary key (channel, chat),
  -- A group of an agency without an agency could see nothing.
  check (role <> 'agency' or agency is not null)
) strict, without rowid;

-- Codes that bind whichever chat says them first; gone once used or too old.
create table binding_codes (
  code_hash text primary key check (length(code_hash) = 64),
  role text not null check (role in ('leader', 'staff', 'agency', 'keeper')),
  agency text check (agency <> ''),
  issued_by text not null check (issued_by <> ''),
  expires_at text not null check (expires_at glob '*Z'),
  check (role <> 'agency' or agency is not null)
) strict, without rowid;

-- Wrong codes, so that nobody tries them all.
create table wrong_codes (
  channel text not null,
  chat text not null,
  at text not null check (at glob '*Z')
) strict;
create index wrong_codes_by_chat on wrong_codes (channel, chat, at);

create table subscriptions (
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  -- '' = the chat itself: a primary key has no nulls.
  topic text not null,
  kind text not null check (kind in ('morningList', 'leaderDigest')),
  agency text not null check (agency <> ''),
  at text not null check (at glob '[0-9][0-9]:[0-9][0-9]'),
  weekday integer check (weekday between 1 and 7),
  when_nothing text not null check (when_nothing in ('say', 'silent')),
  since text not null check (since glob '*Z'),
  paused_because text check (paused_because <> ''),
  primary key (channel, chat, kind, agency)
) strict, without rowid;
create index subscriptions_by_kind on subscriptions (kind);
