-- Dossiers as lists show them, without their applicants. Moments are milliseconds since 1970, so that the millions of
-- rows and their indexes stay small; so are words that come again and again (agencies, procedures, steps, desks).

create table dossier_words (
  id integer primary key,
  word text not null unique
) strict;

create table dossiers (
  id integer primary key,
  -- These, down to field, are ids of dossier_words. No foreign keys: eight look-ups for each dossier would cost more
  -- than all the rest of taking it in, and words are never removed.
  source integer not null,
  code text not null check (code <> ''),
  agency integer not null,
  reception_place integer,
  handling_unit integer,
  desk integer,
  step integer,
  procedure integer,
  field integer,
  sensitive integer not null check (sensitive in (0, 1)),
  test integer not null check (test in (0, 1)),
  -- 1 direct, 2 online, 3 postal; the states are 1 to 10: both as the national portal numbers them.
  channel integer check (channel between 1 and 3),
  state integer not null check (state between 1 and 10),
  -- The list an open one stands in: 0 running, 1 paused, 2 not started, 3 test; null once it is closed.
  queue integer check (queue between 0 and 3),
  received_at integer,
  original_due_at integer,
  current_due_at integer,
  closed_at integer,
  -- Whether a list told the moment of closing; else it is that of the first list in which it was closed or gone.
  closed_known integer not null check (closed_known in (0, 1)),
  first_seen_at integer not null,
  -- What the list shows that changed it last: an older one does not change it again.
  changed_at integer not null,
  went_back integer not null default 0 check (went_back >= 0),
  check ((queue is null) = (closed_at is not null)),
  check (closed_known = 0 or closed_at is not null)
) strict;

create unique index dossiers_identity on dossiers (source, code);

-- All there is to say of an open dossier, in the order of the lists: what is due is read side by side, without a
-- look at the millions of closed ones between which the rows stand.
create index dossiers_open on dossiers (
  agency, queue, current_due_at, code, source, reception_place, handling_unit, desk, step, procedure, field,
  sensitive, test, channel, state, received_at, original_due_at, closed_at, first_seen_at, changed_at, went_back
) where queue is not null;

-- The same order and nothing else: counting is done in memory, where the wide one has to be read from the file.
create index dossiers_open_by_due on dossiers (agency, queue, current_due_at) where queue is not null;

create index dossiers_closed on dossiers (agency, closed_at) where closed_at is not null;

-- Lists that were taken in: the newest of each source and origin, and those being taken in.
create table dossier_lists (
  id integer primary key,
  source integer not null,
  origin text not null,
  content_hash text not null,
  as_of integer not null,
  sample integer not null check (sample in (0, 1)),
  -- applying: dossiers are being taken over in steps; one that stays so was cut off, and is to be begun anew.
  status text not null check (status in ('applying', 'applied'))
) strict;

create index dossier_lists_by_origin on dossier_lists (source, origin);

-- The newest list of a source that told of an agency.
create table dossier_list_agencies (
  agency integer not null,
  source integer not null,
  list integer not null references dossier_lists (id),
  primary key (agency, source)
) strict, without rowid;

create index dossier_list_agencies_by_list on dossier_list_agencies (list);

-- Counts of dossiers whose rows were forgotten. Reporting months as year * 12 + month - 1, so that the counts of every
-- reporting period can still be told; 0 for no deadline or no field.
create table dossier_tally (
  source integer not null,
  agency integer not null,
  field integer not null,
  received_month integer not null,
  closed_month integer not null,
  due_month integer not null,
  online integer not null check (online in (0, 1)),
  -- 1 early, 2 on time, 3 overdue.
  outcome integer not null check (outcome between 1 and 3),
  dossiers integer not null check (dossiers > 0),
  primary key (source, agency, field, received_month, closed_month, due_month, online, outcome)
) strict, without rowid;

-- How far rows were forgotten: a list that shows such a dossier once more would have it counted twice.
create table dossier_purges (
  source integer not null,
  agency integer not null,
  before integer not null,
  primary key (source, agency)
) strict, without rowid;

-- Moves with every change of dossiers, whoever makes it.
create table dossier_revision (
  one integer primary key check (one = 1),
  number integer not null
) strict;
insert into dossier_revision (one, number) values (1, 0);
