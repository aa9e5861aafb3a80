-- Figures as they were read, version by version. Nothing stored here is ever changed or removed; the only
-- column that moves is series.current.

-- What is followed over time: one table of one document (or system), in one scope and period.
create table series (
  id integer primary key,
  source text not null check (source <> ''),
  document_number text check (document_number <> ''),
  place text not null,
  scope text not null check (scope <> ''),
  period text not null,
  -- Last day of the period, so that "newest period first" needs no calendar in SQL.
  period_end text not null check (period_end glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- The newest snapshot by (as_of, id), kept by the trigger snapshot_becomes_current; null only between the
  -- two inserts of the transaction that starts the series. With it no query walks through ten years of versions.
  current integer references snapshots (id)
) strict;

create unique index series_identity on series (source, scope, period, place, ifnull(document_number, ''));
create index series_by_period on series (period, scope, current);

create table snapshots (
  id integer primary key,
  series integer not null references series (id),
  title text not null,
  issued_on text check (issued_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  formula text,
  as_of text not null check (as_of glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  fetched_at text not null check (fetched_at glob '*Z'),
  content_hash text not null check (length(content_hash) = 64)
) strict;

create index snapshots_by_series on snapshots (series, as_of);

-- Clustered so that all agencies of one snapshot lie side by side (ranking) and one agency is one seek.
-- field is '' for all fields together: a primary key has no nulls.
create table figures (
  snapshot integer not null references snapshots (id),
  agency text not null check (agency <> ''),
  field text not null,
  received integer check (received >= 0),
  received_online integer check (received_online >= 0),
  received_direct_or_postal integer check (received_direct_or_postal >= 0),
  carried_over integer check (carried_over >= 0),
  resolved integer check (resolved >= 0),
  resolved_early integer check (resolved_early >= 0),
  resolved_on_time integer check (resolved_on_time >= 0),
  resolved_overdue integer check (resolved_overdue >= 0),
  pending integer check (pending >= 0),
  pending_within integer check (pending_within >= 0),
  pending_overdue integer check (pending_overdue >= 0),
  -- Hundredths of a percent.
  printed_overdue integer check (printed_overdue >= 0),
  primary key (snapshot, field, agency)
) strict, without rowid;

-- The fields of one agency, without reading those of all others.
create index figures_by_field on figures (snapshot, agency) where field <> '';

create table statements (
  snapshot integer not null references snapshots (id),
  agency text not null check (agency <> ''),
  -- Order in the document: the same metric may be stated twice, by two formulas.
  position integer not null check (position >= 0),
  field text check (field <> ''),
  metric text not null,
  rate integer check (rate >= 0),
  numerator integer check (numerator >= 0),
  denominator integer check (denominator >= 0),
  amount_vnd integer check (amount_vnd >= 0),
  formula text,
  changes text not null check (json_type(changes) = 'array'),
  place text,
  primary key (snapshot, agency, position)
) strict, without rowid;

create table findings (
  snapshot integer not null references snapshots (id),
  agency text not null check (agency <> ''),
  position integer not null check (position >= 0),
  -- The finding as JSON; its shapes differ by code and are parsed on the way out.
  finding text not null check (json_type(finding) = 'object'),
  primary key (snapshot, agency, position)
) strict, without rowid;

-- Payloads refused as a whole. The same payload refused again is the same row with a later moment.
create table quarantined (
  id integer primary key,
  source text not null,
  origin text not null,
  content_hash text not null,
  at text not null check (at glob '*Z'),
  problems text not null check (json_type(problems) = 'array'),
  unique (source, origin, content_hash)
) strict;

create trigger snapshot_becomes_current after insert on snapshots
begin
  update series set current = new.id
  where id = new.series
    and (current is null or (select as_of from snapshots where id = series.current) <= new.as_of);
end;

create trigger series_keep_identity
before update of id, source, document_number, place, scope, period, period_end on series
begin select raise(abort, 'series are immutable'); end;
create trigger series_stay before delete on series
begin select raise(abort, 'series are immutable'); end;

create trigger snapshots_do_not_change before update on snapshots
begin select raise(abort, 'snapshots are immutable'); end;
create trigger snapshots_stay before delete on snapshots
begin select raise(abort, 'snapshots are immutable'); end;

create trigger figures_do_not_change before update on figures
begin select raise(abort, 'figures are immutable'); end;
create trigger figures_stay before delete on figures
begin select raise(abort, 'figures are immutable'); end;

create trigger statements_do_not_change before update on statements
begin select raise(abort, 'statements are immutable'); end;
create trigger statements_stay before delete on statements
begin select raise(abort, 'statements are immutable'); end;

create trigger findings_do_not_change before update on findings
begin select raise(abort, 'findings are immutable'); end;
create trigger findings_stay before delete on findings
begin select raise(abort, 'findings are immutable'); end;
