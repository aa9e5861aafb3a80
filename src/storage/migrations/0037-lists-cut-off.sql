-- The last dossier there was when a list was begun: of what was first seen at its moment, what has a higher number came
-- with it. A list that is cut off is told from another one of the same moment so.
alter table dossier_lists add column after_id integer not null default 0;
