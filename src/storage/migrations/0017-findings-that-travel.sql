-- Warnings go with a figure into every answer: those of one table must be found without reading the notes on its rows.
alter table findings add column code text
  generated always as (json_extract(finding, '$.code')) virtual;
-- The other table of a finding between two.
alter table findings add column against integer
  generated always as (json_extract(finding, '$.against')) virtual;

create index findings_that_travel on findings (snapshot, position)
  where code <> 'receivedUnaccounted';
create index findings_against on findings (against) where against is not null;
create index series_by_current on series (current);
