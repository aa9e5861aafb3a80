-- What the buttons of sent messages say; see src/channels/choice-store.ts.
create table choices (
  key text primary key check (length(key) = 16),
  channel text not null,
  chat text not null,
  person text not null,
  send text not null,
  kept_at text not null check (kept_at glob '*Z')
) strict, without rowid;

create index choices_by_age on choices (kept_at);
