-- A numbered document is one document, whoever reads it: Phụ lục 2 imported beside the samples is a version of the
-- same series, unchanged or restated, and not a second truth beside the first. Which source read a version is
-- therefore kept with the version. A table without a number is known by its source alone, as before.
-- series.source stays what started the series; it tells series apart only where there is no number.

drop trigger snapshots_do_not_change;
drop trigger series_stay;

alter table snapshots add column source text not null default 'unknown' check (source <> '');
update snapshots set source = (select source from series where id = snapshots.series);

drop index series_identity;

-- The versions of all series of one numbered document come together in the oldest of them.
update snapshots set series = (
  select min(one.id) from series one join series other
    on one.document_number = other.document_number
    and one.scope = other.scope and one.period = other.period and one.place = other.place
  where other.id = snapshots.series
)
where series in (select id from series where document_number is not null);

update series set current = (
  select id from snapshots where series = series.id order by as_of desc, id desc limit 1
);
delete from series where current is null;

create unique index series_identity on series
  (scope, period, place, ifnull(document_number, ''), iif(document_number is null, source, ''));

create trigger snapshots_do_not_change before update on snapshots
begin select raise(abort, 'snapshots are immutable'); end;
create trigger series_stay before delete on series
begin select raise(abort, 'series are immutable'); end;
