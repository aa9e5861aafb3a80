-- Account of what was answered and sent. No row of a dossier and, of what people typed, nothing personal.
create table audit (
  -- People type it as a code, so a number is never used again.
  id integer primary key autoincrement,
  at text not null check (at glob '*Z'),
  channel text not null check (channel <> ''),
  chat text not null check (chat <> ''),
  -- Null: sent by the bot itself.
  person text,
  -- As what the chat was served; null = as nobody.
  role text check (role in ('leader', 'staff', 'agency', 'keeper', 'guest')),
  -- The key of a push where there is no person.
  typed text not null check (length(typed) <= 1100),
  asked text check (asked glob '/*'),
  headline text not null,
  reply_hash text not null check (length(reply_hash) = 43),
  snapshots text not null check (json_type(snapshots) = 'array'),
  -- The newest snapshot there was; 0 = none.
  revision integer not null check (revision >= 0)
) strict;

create index audit_by_chat on audit (channel, chat, id) where asked is not null or person is null;
create index audit_by_moment on audit (at);

create trigger audit_does_not_change before update on audit
begin select raise(abort, 'account is not changed'); end;
