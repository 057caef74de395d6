-- The page of a process asks by these.
create index model_upload_deployment on model_upload (deployment);
create index case_file_process on case_file (process);

-- Who took a process out of use, or put it in use again, when and why.
create table model_use (
    id          uuid primary key,
    process     text        not null,
    at          timestamptz not null,
    in_use      boolean     not null,
    person      uuid        not null,
    person_name text        not null,
    why         text        not null
);
create index model_use_process on model_use (process, at desc);
