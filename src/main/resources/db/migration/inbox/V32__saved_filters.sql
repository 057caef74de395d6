-- Words to look by, never rows: whoever applies a filter sees what is theirs.
create table inbox_filter (
    id         uuid        primary key,
    owner      uuid        not null,
    owner_name text        not null,
    name       text        not null,
    words      jsonb       not null,
    -- shared with everybody who acts for a post of this unit
    unit       text,
    saved_at   timestamptz not null
);
create unique index inbox_filter_name on inbox_filter (owner, lower(name));
create index inbox_filter_unit on inbox_filter (unit) where unit is not null;
