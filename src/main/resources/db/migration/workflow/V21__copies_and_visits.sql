-- 抄送: one row a task and post; and who has opened it.
create table case_copy (
    id          uuid primary key,
    case_id     text        not null references case_file,
    task_id     text        not null references case_step,
    holder      uuid        not null,
    sender      uuid        not null,
    sender_name text        not null,
    sent_at     timestamptz not null,
    note        text,
    unique (task_id, holder)
);
create index case_copy_case on case_copy (case_id);

create table case_copy_read (
    copy        uuid        not null references case_copy,
    person      uuid        not null,
    person_name text        not null,
    read_at     timestamptz not null,
    primary key (copy, person)
);

-- Which submission a person saw last, and the one they saw before that, which changes are read against.
create table case_seen (
    person     uuid        not null,
    case_id    text        not null references case_file,
    submission uuid        not null references submission,
    before     uuid references submission,
    seen_at    timestamptz not null,
    primary key (person, case_id)
);

-- Several copies may go out on one revision.
drop index act_once;
create unique index act_once on act (case_id, actor, verb, revision)
    where verb <> 'URGE' and verb <> 'OPEN' and verb <> 'COPY';
