-- Beside the half-hour tokens that Basic buys: tokens a person makes for a program, named and limited. Only these have a name.
alter table api_token
    add column id      uuid not null default gen_random_uuid() unique,
    add column name    text,
    add column scope   text not null default 'ALL' check (scope in ('MODELER', 'READ', 'ALL')),
    add column made_at timestamptz,
    add column used_on date,
    add check ((name is null) = (made_at is null));
