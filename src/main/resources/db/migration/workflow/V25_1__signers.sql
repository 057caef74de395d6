-- A task handed on for a while: to prepare an opinion (DELEGATE), to examine before its holder decides or after they did.
create table step_turn (
    id       uuid primary key,
    seq      bigint generated always as identity,
    task_id  text not null references case_step,
    kind     text not null check (kind in ('DELEGATE', 'BEFORE', 'AFTER')),
    holder   uuid not null,
    asked_by uuid not null,
    state    text not null check (state in ('WAITING', 'OPEN', 'DONE', 'GONE'))
);
create index step_turn_task on step_turn (task_id, seq);

-- Which turn it is now, and who had the task before the first one and has it again.
alter table case_step add column turn text;
alter table case_step add column owner_post uuid;
alter table case_step add column owner_assignee uuid;
