-- Who deployed which models, when and why; what the gate refused is remembered with its findings.
create table model_upload (
    id          uuid primary key,
    at          timestamptz not null,
    person      uuid        not null,
    person_name text        not null,
    source      text        not null,
    name        text        not null,
    files       text[]      not null,
    deployment  text,
    findings    jsonb       not null
);
create index model_upload_at on model_upload (at desc, id);
