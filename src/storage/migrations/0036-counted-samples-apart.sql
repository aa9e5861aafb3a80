-- What was counted from made-up dossiers has a scope of its own now: it must never pass for what was counted from real ones.
drop trigger series_keep_identity;

update series set scope = 'dossiers-sample'
where scope = 'dossiers' and id in (select series from snapshots where title like '%(dữ liệu mẫu)');

create trigger series_keep_identity
before update of id, source, document_number, place, scope, period, period_end on series
begin select raise(abort, 'series are immutable'); end;
