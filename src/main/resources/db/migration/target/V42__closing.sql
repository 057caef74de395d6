-- The last day on which a section may hand in for the first time; null: no lock.
alter table target_table
    add column targets_close   date,
    add column half_year_close date,
    add column full_year_close date;

-- 补报: one section and one stage open after the last day; the newest of the two counts, all stay on the record.
create table late_opening (
    id           uuid primary key,
    table_id     uuid        not null references target_table,
    section      text        not null,
    stage        text        not null check (stage in ('TARGETS', 'HALF_YEAR', 'FULL_YEAR')),
    -- that day included
    until        date        not null,
    reason       text        not null,
    granted_by   uuid        not null,
    granted_name text        not null,
    granted_at   timestamptz not null,
    -- before its last day
    ended_by     uuid,
    ended_name   text,
    ended_at     timestamptz,
    check ((ended_at is null) = (ended_by is null))
);
create index late_opening_newest on late_opening (table_id, section, stage, granted_at desc, id desc);
