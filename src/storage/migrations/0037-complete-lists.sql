-- The moment of the newest complete list of a source that was taken in for an agency: what only an older one shows was
-- closed by it. Of lists taken in before this it is not known which were complete; that they were is the safe answer.
alter table dossier_list_agencies add column complete_as_of integer;

update dossier_list_agencies
set complete_as_of = (select as_of from dossier_lists where id = dossier_list_agencies.list);
