-- How sources do, after their last attempt; see src/polling/health.ts.
create table source_health (
  source text primary key check (source <> ''),
  state text not null check (state in ('fresh', 'stale', 'failed', 'partial')),
  since text not null check (since glob '*Z'),
  last_tried_at text not null check (last_tried_at glob '*Z'),
  last_good_at text check (last_good_at glob '*Z'),
  last_changed_at text check (last_changed_at glob '*Z'),
  fresh_until text check (fresh_until glob '*Z'),
  problem text check (json_type(problem) = 'object'),
  told_as text not null check (told_as in ('fresh', 'stale', 'failed', 'partial')),
  check ((problem is null) = (state in ('fresh', 'stale')))
) strict, without rowid;

-- How the last runs of jobs ended. When they last ran for their own purposes is in job_runs.
create table job_ends (
  job text primary key check (job <> ''),
  done_at text check (done_at glob '*Z'),
  failed_at text check (failed_at glob '*Z'),
  -- Why the last one failed that did.
  why text,
  check ((failed_at is null) = (why is null))
) strict, without rowid;
