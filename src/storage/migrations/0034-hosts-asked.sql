-- A host that may be asked only so often is told by nobody which source or process of ours it answered: what it was
-- asked and how it went counts for all of them. Answers kept before are known by their source alone.
alter table answers add column host text check (host <> '');
create index answers_by_host on answers (host, at);

-- Who asks a host now, one at a time.
create table hosts_asked (
  host text primary key check (host <> ''),
  holder text not null check (holder <> ''),
  source text not null check (source <> ''),
  request text not null,
  -- Nobody else asks before; a question that is still open then has come to nothing.
  busy_until text not null check (busy_until glob '*Z'),
  open integer not null check (open in (0, 1))
) strict, without rowid;
