-- What the bot sends by itself; the states are drawn in src/outbox/settle.ts. A row stays for good: its key is why the
-- same message is never queued again. Its reply goes as soon as it is sent, as it may name dossiers.
create table outbox (
  id integer primary key,
  key text not null unique check (key <> ''),
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  topic text check (topic <> ''),
  reply text check (json_type(reply) = 'object'),
  not_before text not null check (not_before glob '*Z'),
  not_after text check (not_after glob '*Z'),
  put_at text not null check (put_at glob '*Z'),

  state text not null check (state in ('due', 'sending', 'unknown', 'sent', 'dead')),
  -- When it may next be tried.
  due_at text not null check (due_at glob '*Z'),
  -- How often it was claimed; with the id it names one claim, so that nobody settles the claim of another.
  tries integer not null default 0 check (tries >= 0),
  -- Tries after which the messenger itself asked to wait.
  waits integer not null default 0 check (waits between 0 and tries),
  -- Whether a try had an unknown outcome: it may have arrived, and its repetition is marked.
  doubted integer not null default 0 check (doubted in (0, 1)),
  owner text,
  lease_until text check (lease_until glob '*Z'),
  tried_at text check (tried_at glob '*Z'),
  -- The messenger's word for the last failure.
  why text,
  receipt text check (receipt <> ''),
  dead_because text check (
    dead_because in ('never', 'tooLate', 'tooManyAttempts', 'unknownTwice', 'unreadable')
  ),
  finished_at text check (finished_at glob '*Z'),

  check ((state = 'sending') = (owner is not null and lease_until is not null)),
  check ((state = 'sent') = (receipt is not null)),
  check ((state = 'dead') = (dead_because is not null)),
  check ((state in ('sent', 'dead')) = (finished_at is not null)),
  check (state <> 'unknown' or doubted = 1),
  check (state <> 'due' or doubted = 0),
  check (reply is not null or finished_at is not null),
  check (state <> 'sent' or reply is null)
) strict;

-- The order within a chat, of what is not finished.
create index outbox_open on outbox (channel, chat, not_before, id) where finished_at is null;
create index outbox_finished on outbox (state, finished_at) where finished_at is not null;
-- The last minute, after a restart.
create index outbox_tries on outbox (channel, tried_at) where tried_at is not null;
-- All messages of a chat, when it gets another id.
create index outbox_by_chat on outbox (channel, chat);

create trigger outbox_keeps_its_keys before delete on outbox
begin select raise(abort, 'keys of messages are kept'); end;
create trigger outbox_finished_is_final before update on outbox
when old.finished_at is not null
  and (new.state <> old.state or new.receipt is not old.receipt or new.finished_at is not old.finished_at)
begin select raise(abort, 'finished messages stay finished'); end;

-- Groups that got another id: what is put for the old one goes to the new.
create table outbox_moves (
  channel text not null,
  old_chat text not null,
  new_chat text not null check (new_chat <> old_chat),
  primary key (channel, old_chat)
) strict, without rowid;
