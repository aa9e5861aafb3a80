-- When jobs last ran.
create table job_runs (
  job text primary key check (job <> ''),
  at text not null check (at glob '*Z')
) strict, without rowid;
