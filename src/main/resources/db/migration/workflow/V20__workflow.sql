-- A case is a process instance and the dossier that belongs to it. The root's row is the lock of every verb.
create table case_file (
    case_id       text primary key,
    root_id       text        not null,
    process       text        not null,
    definition_id text        not null,
    content       text,
    unit          text,
    year          integer,
    section       text,
    period        text,
    revision      bigint      not null default 1,
    round         integer     not null default 1,
    started_at    timestamptz not null,
    ended_at      timestamptz
);
create index case_file_root on case_file (root_id);
create index case_file_year on case_file (unit, year, process, section, period);

-- One row a human step, open or over; the engine's task in the product's words.
create table case_step (
    task_id       text primary key,
    seq           bigint generated always as identity,
    case_id       text        not null references case_file,
    activity      text        not null,
    name          text        not null,
    name_en       text        not null,
    kind          text        not null,
    form_key      text        not null,
    nominal_post  uuid,
    post          uuid,
    assignee      uuid,
    round         integer     not null,
    arrived_at    timestamptz not null,
    due_at        timestamptz,
    state         text        not null check (state in ('OPEN', 'DONE', 'SKIPPED', 'CANCELLED')),
    ended_at      timestamptz,
    ended_by      uuid,
    ended_verb    text,
    scope_all     boolean     not null default true,
    scope         jsonb       not null default '{}',
    returned_from text,
    urged         integer     not null default 0,
    urged_at      timestamptz
);
create index case_step_case on case_step (case_id, seq);

-- What was done on a case, by whom, on which content.
create table act (
    id             uuid primary key,
    seq            bigint generated always as identity,
    case_id        text        not null references case_file,
    task_id        text,
    verb           text        not null,
    step           text,
    step_name      text,
    step_name_en   text,
    actor          uuid,
    actor_name     text,
    principal      uuid,
    post           uuid,
    post_kind      text,
    post_name      text,
    revision       bigint      not null,
    round          integer     not null,
    at             timestamptz not null,
    opinion        text,
    row_reasons    jsonb       not null default '{}',
    to_step        text,
    content_hash   text        not null,
    row_hashes     jsonb       not null default '{}',
    request_hash   text        not null,
    revision_after bigint      not null
);
create index act_case on act (case_id, seq);
create unique index act_once on act (case_id, actor, verb, revision) where verb <> 'URGE' and verb <> 'OPEN';

create table submission (
    act     uuid primary key references act,
    case_id text  not null,
    seq     bigint generated always as identity,
    content jsonb not null
);
create index submission_case on submission (case_id, seq);

-- Sequence flows taken: the engine's history has none.
create table case_flow (
    case_id text not null,
    seq     bigint generated always as identity,
    flow    text not null
);
create index case_flow_case on case_flow (case_id, seq);
