-- Which list of dossiers an answer named, as data. Entries of before have it in words, as the second line of their headline.
alter table audit add column list text check (list is null or json_type(list) = 'object');
