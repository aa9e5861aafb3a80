-- A token a keeper has put into the configuration waits beside the pair in use until it has worked once: one that was
-- mistyped, or spent before, must not cost the pair that works.
alter table service_tokens add column waits integer not null default 0 check (waits in (0, 1));

drop index service_tokens_in_use;
create unique index service_tokens_in_use on service_tokens (account, waits) where state in ('current', 'renewing');
