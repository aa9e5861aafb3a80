-- What chats were told of alerts.

create table alert_chats (
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  -- Counts what was settled: who decided by an older one has decided in vain, and the keys of messages name it.
  version integer not null check (version > 0),
  snoozed_until text check (snoozed_until glob '*Z'),
  primary key (channel, chat)
) strict, without rowid;

-- Alerts that are not over.
create table alert_states (
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  rule text not null check (rule <> ''),
  agency text not null check (agency <> ''),
  -- Null = of no period.
  period text check (period <> ''),
  -- The gravest bound it was told to have reached, and the two numbers that were told.
  bound integer not null check (bound >= 0),
  told_value integer not null,
  told_of integer not null,
  since text not null check (since glob '*Z'),
  told_at text not null check (told_at glob '*Z'),
  acknowledged_at text check (acknowledged_at glob '*Z'),
  primary key (channel, chat, rule, agency)
) strict, without rowid;
