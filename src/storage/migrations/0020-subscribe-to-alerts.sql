-- Chats may also subscribe to alerts: these have no hour, but may have a limit of their own.
create table subscriptions_with_alerts (
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  -- '' = the chat itself: a primary key has no nulls.
  topic text not null,
  kind text not null check (kind in ('morningList', 'leaderDigest', 'alerts')),
  agency text not null check (agency <> ''),
  at text check (at glob '[0-9][0-9]:[0-9][0-9]'),
  weekday integer check (weekday between 1 and 7),
  when_nothing text check (when_nothing in ('say', 'silent')),
  -- The first rate that is alerted of, in hundredths of a percent; null = as for everybody.
  own_limit integer check (own_limit between 1 and 10000),
  since text not null check (since glob '*Z'),
  paused_because text check (paused_because <> ''),
  primary key (channel, chat, kind, agency),
  check ((kind = 'alerts') = (at is null)),
  check ((kind = 'alerts') = (when_nothing is null)),
  check (kind = 'alerts' or own_limit is null)
) strict, without rowid;

insert into subscriptions_with_alerts
  (channel, chat, topic, kind, agency, at, weekday, when_nothing, since, paused_because)
  select channel, chat, topic, kind, agency, at, weekday, when_nothing, since, paused_because
  from subscriptions;
drop table subscriptions;
alter table subscriptions_with_alerts rename to subscriptions;
create index subscriptions_by_kind on subscriptions (kind);
