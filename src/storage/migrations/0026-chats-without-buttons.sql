-- What the numbers of the latest answer say, by person and chat; see src/channels/choice-store.ts.
create table choice_lists (
  channel text not null,
  chat text not null,
  person text not null,
  sends text not null check (json_valid(sends)),
  kept_at text not null check (kept_at glob '*Z'),
  primary key (channel, chat, person)
) strict, without rowid;

create index choice_lists_by_age on choice_lists (kept_at);

-- Events that were brought, so that one brought twice is answered once; see src/channels/seen-events.ts.
create table seen_events (
  channel text not null,
  event text not null check (event <> ''),
  seen_at text not null check (seen_at glob '*Z'),
  primary key (channel, event)
) strict, without rowid;

create index seen_events_by_age on seen_events (seen_at);

-- Messages of a month, where a plan limits them; see src/quota.
create table monthly_counts (
  channel text not null,
  month text not null check (month glob '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  kind text not null check (kind in ('sent', 'received')),
  count integer not null check (count >= 0),
  primary key (channel, month, kind)
) strict, without rowid;
