-- Who typed a wrong code: a person may sit in many groups.
alter table wrong_codes add column person text not null default '';
create index wrong_codes_by_person on wrong_codes (channel, person, at);
