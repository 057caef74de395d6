-- Running cases of one version on their way to another: first rehearsed, then moved, each by itself. What stands here
-- is all that a node needs to go on where another one was killed.
create table model_move (
    id              uuid primary key,
    process         text        not null,
    from_definition text        not null,
    to_definition   text        not null,
    steps           jsonb       not null,
    state           text        not null check (state in ('REHEARSING', 'MOVING', 'IDLE')),
    reason          text,
    person          uuid        not null,
    person_login    text        not null,
    person_name     text        not null,
    at              timestamptz not null
);
create index model_move_process on model_move (process, at desc);
create index model_move_running on model_move (at) where state <> 'IDLE';

create table model_move_case (
    move     uuid        not null references model_move,
    case_id  text        not null references case_file,
    unit     text        not null,
    year     integer     not null,
    section  text,
    period   text,
    state    text        not null
        check (state in ('WAITING', 'MOVABLE', 'BARRED', 'QUEUED', 'MOVED', 'FAILED')),
    before   jsonb,
    after    jsonb,
    why      text,
    why_args text[]      not null default '{}',
    at       timestamptz,
    primary key (move, case_id)
);
create index model_move_case_state on model_move_case (move, state, case_id);

create index case_file_running on case_file (definition_id, case_id) where ended_at is null;
