-- A source that said of some agency what is hard to believe is in a state of its own; so far it passed for partly read.
create table doubting_source_health (
  source text primary key check (source <> ''),
  state text not null check (state in ('fresh', 'stale', 'doubted', 'failed', 'partial')),
  since text not null check (since glob '*Z'),
  last_tried_at text not null check (last_tried_at glob '*Z'),
  last_good_at text check (last_good_at glob '*Z'),
  last_changed_at text check (last_changed_at glob '*Z'),
  fresh_until text check (fresh_until glob '*Z'),
  problem text check (json_type(problem) = 'object'),
  told_as text not null check (told_as in ('fresh', 'stale', 'doubted', 'failed', 'partial')),
  check ((problem is null) = (state in ('fresh', 'stale')))
) strict, without rowid;

insert into doubting_source_health
select source,
  iif(state = 'partial' and problem ->> '$.code' = 'hardToBelieve', 'doubted', state),
  since, last_tried_at, last_good_at, last_changed_at, fresh_until, problem,
  iif(told_as = 'partial' and problem ->> '$.code' = 'hardToBelieve', 'doubted', told_as)
from source_health;

drop table source_health;
alter table doubting_source_health rename to source_health;
