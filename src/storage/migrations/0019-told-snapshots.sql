-- Which chats were told figures of a snapshot: asked of when it is replaced, over a year of answers.
create table told_snapshots (
  snapshot integer not null,
  channel text not null,
  chat text not null,
  primary key (snapshot, channel, chat)
) strict, without rowid;

insert or ignore into told_snapshots (snapshot, channel, chat)
  select told.value, audit.channel, audit.chat from audit, json_each(audit.snapshots) told;

create trigger audit_tells_snapshots after insert on audit
when json_array_length(new.snapshots) > 0
begin
  insert or ignore into told_snapshots (snapshot, channel, chat)
    select value, new.channel, new.chat from json_each(new.snapshots);
end;
