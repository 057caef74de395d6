-- One narrow row a task and holder; answers every box without the engine's tables and can be rebuilt.
create table inbox_item (
    id           uuid primary key,
    holder       uuid    not null,
    box          text    not null check (box in ('TODO', 'DONE', 'STARTED', 'COPIED')),
    -- ascending in every box: due time for TODO, minus the moment elsewhere
    sort_key     bigint  not null,
    task_id      text    not null,
    case_id      text    not null,
    process      text    not null,
    unit         text,
    year         integer,
    section      text,
    section_name text    not null default '',
    period       text,
    step         text    not null,
    step_name    text    not null,
    step_name_en text    not null,
    submitter    uuid,
    submitted_by text,
    submitted_at timestamptz,
    arrived_at   timestamptz not null,
    due_at       timestamptz,
    round        integer not null default 1,
    approving    boolean not null default false,
    warnings     integer not null default 0,
    red          integer not null default 0,
    yellow       integer not null default 0,
    urged        integer not null default 0,
    ended_verb   text,
    terms        text[]  not null
);
create index inbox_item_page on inbox_item (holder, box, sort_key, id);
create index inbox_item_task on inbox_item (task_id);
create index inbox_item_case on inbox_item (case_id);
create index inbox_item_terms on inbox_item using gin (terms);
create unique index inbox_item_once on inbox_item (task_id, holder, box);

-- Who has opened what; kept when the inbox is rebuilt.
create table inbox_read (
    person  uuid not null,
    task_id text not null,
    read_at timestamptz not null,
    primary key (person, task_id)
);
