-- An index is published in parts: what its score is made of stands beside it, as it was given, JSON like `changes`.
alter table statements add column scores text check (json_type(scores) = 'array');

-- Answers of a source that may be asked only once a day, as they came: for reading them again when a formula changed,
-- and so that no question is put twice on one day. Bodies are compressed, and kept once however often they come.
create table answer_bodies (
  content_hash text primary key check (length(content_hash) = 64),
  gzip blob not null
) strict;

create table answers (
  id integer primary key,
  source text not null check (source <> ''),
  -- What was asked, in a form that is the same for the same question.
  request text not null,
  at text not null check (at glob '*Z'),
  -- good: can be read · turnedAway: asks to be left alone · failed: nothing usable came.
  outcome text not null check (outcome in ('good', 'turnedAway', 'failed')),
  body text references answer_bodies (content_hash),
  check ((outcome = 'good') = (body is not null))
) strict;

create index answers_by_source on answers (source, at);

create trigger answers_do_not_change before update on answers
begin select raise(abort, 'answers are immutable'); end;
create trigger answers_stay before delete on answers
begin select raise(abort, 'answers are immutable'); end;
create trigger answer_bodies_do_not_change before update on answer_bodies
begin select raise(abort, 'answers are immutable'); end;
create trigger answer_bodies_stay before delete on answer_bodies
begin select raise(abort, 'answers are immutable'); end;
