-- What the coordinator answered to rows that do not go together; entries stay, the newest of a key counts.
create table contradiction_answer (
    id           uuid primary key,
    table_id     uuid        not null references target_table,
    -- rule and the two indicators, the same from either row
    key          text        not null,
    -- the figures it was asked about; other figures ask anew
    figures      text        not null,
    -- [{"indicator": "…", "code": "…", "args": ["…"]}]: the question as either row is asked it
    asked        jsonb       not null,
    answer       text        not null,
    answered_by  uuid        not null,
    answered_name text       not null,
    answered_at  timestamptz not null
);
create index contradiction_answer_table on contradiction_answer (table_id, answered_at desc);
