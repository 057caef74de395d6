-- Units, their sections and posts, who holds a post when, persons and their doors, the working calendar.

create table unit (
    id         uuid primary key,
    code       text not null unique,
    name       text not null,
    supervisor text not null
);

create table section (
    id         uuid primary key,
    unit       uuid not null references unit,
    code       text not null,
    name       text not null,
    duty       text not null default '',
    position   integer not null,
    valid_from date not null,
    valid_to   date,
    unique (unit, code),
    check (valid_to >= valid_from)
);

create table post (
    id         uuid primary key,
    unit       uuid not null references unit,
    kind       text not null check (kind in ('CHIEF', 'COORDINATOR', 'DEPUTY', 'DIRECTOR', 'BUREAU')),
    section    uuid unique references section,
    name       text not null,
    fallback   uuid references post,
    valid_from date not null,
    valid_to   date,
    check ((kind = 'CHIEF') = (section is not null)),
    check (fallback <> id),
    check (valid_to >= valid_from)
);
create index post_by_unit on post (unit, kind);
create index post_by_fallback on post (fallback);
create unique index post_single on post (unit, kind) where kind in ('COORDINATOR', 'DIRECTOR', 'BUREAU');

-- The sections of a deputy; a deputy without any is in charge of all that no other deputy has.
create table post_section (
    post    uuid not null references post,
    section uuid not null references section,
    primary key (post, section)
);
create index post_section_by_section on post_section (section);

create table person (
    id            uuid primary key,
    login         text not null,
    name          text not null,
    password_hash text,
    password_once boolean not null default false,
    locked        boolean not null default false,
    roles         text[] not null default '{}',
    locale        text,
    theme         text not null default 'system' check (theme in ('system', 'light', 'dark')),
    created_at    timestamptz not null
);
create unique index person_login on person (lower(login));

-- A person holds a post in [valid_from, valid_to).
create table holding (
    id         uuid primary key,
    person     uuid not null references person,
    post       uuid not null references post,
    valid_from date not null,
    valid_to   date,
    check (valid_to >= valid_from)
);
create index holding_by_person on holding (person);
create index holding_by_post on holding (post);

-- Days that differ from their weekday: public holidays, and weekends worked instead (调休).
create table working_day (
    day     date primary key,
    working boolean not null,
    name    text not null
);

-- The doors: only hashes of secrets.
create table api_token (
    hash       bytea primary key,
    person     uuid not null references person,
    expires_at timestamptz not null
);
create index api_token_by_person on api_token (person);

create table setup_token (
    hash    bytea primary key,
    made_at timestamptz not null
);

create table login_failure (
    login    text primary key,
    failures integer not null,
    last_at  timestamptz not null,
    until    timestamptz
);
