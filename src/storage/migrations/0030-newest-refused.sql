-- A source that is refused every minute: its newest refusals are kept, and found without reading the others.
create index quarantined_by_source on quarantined (source, at);
create index quarantined_by_moment on quarantined (at);
