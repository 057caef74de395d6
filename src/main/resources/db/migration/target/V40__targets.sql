-- A unit's targets of a year: the configuration pinned when the year opens, the unit's part, and per section the
-- versions with their rows. Whatever a person types is kept as typed (text); numbers are read from it.

create table target_table (
    id                    uuid primary key,
    unit                  text        not null,
    year                  integer     not null check (year between 2000 and 2100),
    root_case             text        not null default '',
    state                 text        not null default 'OPEN' check (state in ('OPEN', 'ARCHIVED')),
    coordinating_section  text        not null,
    -- null: opened by hand
    half_year_date        date,
    year_end_date         date,
    half_year_opened      boolean     not null default false,
    full_year_opened      boolean     not null default false,
    opened_by             uuid        not null,
    opened_at             timestamptz not null,
    main_functions        text        not null default '',
    org_text              text        not null default '',
    staffing_type         text        not null default '',
    staffing_authorised   text        not null default '',
    staffing_actual       text        not null default '',
    long_term_goal        text        not null default '',
    annual_goal           text        not null default '',
    -- [{"level": "…", "points": "…"}] in printed order
    weights               jsonb       not null default '[]',
    words                 text[]      not null default '{}',
    unique (unit, year),
    check (half_year_date < year_end_date)
);

create table fund_line (
    id               uuid primary key,
    table_id         uuid    not null references target_table,
    position         integer not null,
    side             text    not null,
    kind             text    not null,
    item             text    not null,
    half_plan        text    not null default '',
    annual_budget    text    not null default '',
    adjusted_budget  text    not null default '',
    -- already seen by an approver: outside a return's scope it may not change
    submitted        boolean not null default false
);
create index fund_line_table on fund_line (table_id, position);

-- One row a version: the sections of the year are those of version 1.
create table target_sheet (
    id             uuid primary key,
    table_id       uuid    not null references target_table,
    section        text    not null,
    position       integer not null,
    version        integer not null check (version > 0),
    state          text    not null default 'DECLARING' check (state in ('DECLARING', 'IN_FORCE')),
    in_force_from  date,
    key_works      text[]  not null default '{}',
    unique (table_id, section, version),
    check ((state = 'IN_FORCE') = (in_force_from is not null))
);

create table target_row (
    id                     uuid primary key,
    sheet_id               uuid    not null references target_sheet,
    -- stable across versions and years
    indicator              uuid    not null,
    seq                    integer not null,
    position               integer not null,
    level1                 text    not null,
    level2                 text    not null,
    duty                   text    not null,
    key_work               text    not null,
    name                   text    not null,
    half_text              text    not null,
    annual_text            text    not null,
    measure                text    not null,
    direction              text,
    tolerance              text    not null default '',
    baseline               text    not null default '',
    weight                 text    not null default '',
    not_applicable         boolean not null default false,
    not_applicable_reason  text    not null default '',
    uncertain              text[]  not null default '{}',
    explanation            text    not null default '',
    submitted              boolean not null default false,
    unique (sheet_id, indicator)
);
create index target_row_sheet on target_row (sheet_id, position);
create index target_row_indicator on target_row (indicator);
