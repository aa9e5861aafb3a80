-- The note that there is no list has a kind of its own now; whoever was told once is not told again.
update or ignore outbox
set key = 'no-list/' || substr(key, length('morning-list-missed/no-list/') + 1)
where key like 'morning-list-missed/no-list/%';
