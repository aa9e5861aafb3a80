-- When a job runs next, as its schedule said at the end of a run.
alter table job_ends add column next_at text check (next_at glob '*Z');
