-- What was entered in the form of a step that a model asks for: a draft until the step is done.
create table form_entry (
    task_id      text primary key,
    case_id      text        not null references case_file,
    step_name    text        not null,
    step_name_en text        not null,
    form         jsonb       not null,
    entered      jsonb       not null,
    done         boolean     not null,
    at           timestamptz not null,
    person       uuid        not null
);
create index form_entry_case on form_entry (case_id, at);
