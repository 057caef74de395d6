-- The record: chained, append-only, without content.
create table record_entry (
    seq          bigint generated always as identity primary key,
    id           uuid        not null unique,
    at           timestamptz not null,
    actor        uuid,
    actor_name   text,
    principal    uuid,
    what         text        not null,
    case_id      text,
    unit         text,
    year         integer,
    section      text,
    period       text,
    node         text,
    round        integer,
    opinion_hash text,
    content_hash text,
    subject      text,
    previous     text        not null,
    hash         text        not null unique
);
create index record_entry_at on record_entry (at);
create index record_entry_case on record_entry (case_id);

create function record_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the record is append-only';
end $$;
create trigger record_entry_final before update or delete or truncate on record_entry
    for each statement execute function record_is_final();
