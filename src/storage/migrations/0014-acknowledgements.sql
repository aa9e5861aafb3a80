-- What chats said to their lists: seen, once more later, handed up.

create table acknowledgements (
  day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  agency text not null check (agency <> ''),
  person text not null check (person <> ''),
  at text not null check (at glob '*Z'),
  primary key (day, channel, chat, agency)
) strict, without rowid;

create table reminders (
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  topic text check (topic <> ''),
  agency text not null check (agency <> ''),
  at text not null check (at glob '*Z'),
  primary key (channel, chat, agency)
) strict, without rowid;

create table handed_up (
  agency text not null check (agency <> ''),
  code text not null check (code <> ''),
  person text not null check (person <> ''),
  at text not null check (at glob '*Z'),
  primary key (agency, code)
) strict, without rowid;
