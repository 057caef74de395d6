-- A section's self-evaluation of a period. Figures are kept as typed: an invalid draft loses nothing.
create table evaluation (
    id uuid primary key,
    unit text not null,
    year integer not null,
    section text not null,
    period text not null check (period in ('HALF_YEAR', 'FULL_YEAR')),
    case_id text,
    -- 0: the period's own figures; n: the n-th re-evaluation
    loop integer not null default 0,
    -- the last loop that was submitted, -1 for none
    submitted_loop integer not null default -1,
    phase text not null default 'OPEN' check (phase in ('OPEN', 'RECTIFYING', 'CLOSED')),
    accepted boolean not null default false,
    decided_at timestamptz,
    score numeric,
    unique (unit, year, section, period)
);

-- The day a loop's figures stand for.
create table evaluation_loop (
    evaluation uuid not null references evaluation,
    loop integer not null,
    as_of text not null,
    primary key (evaluation, loop)
);

create table evaluation_row (
    evaluation uuid not null references evaluation,
    indicator uuid not null,
    loop integer not null,
    actual text not null default '',
    numerator text not null default '',
    denominator text not null default '',
    band text not null default '',
    basis text not null default '',
    forecast text not null default '',
    reason_category text not null default '',
    reason text not null default '',
    corrective_measure text not null default '',
    attainability text not null default '',
    remark text not null default '',
    -- written by the bureau's decision, never after: the version of the target it was judged against, and how it stood
    target_row uuid,
    state text,
    weight numeric,
    score numeric,
    primary key (evaluation, indicator, loop)
);

create table evaluation_money (
    evaluation uuid not null references evaluation,
    fund uuid not null,
    loop integer not null,
    adjusted text not null default '',
    executed text not null default '',
    forecast text not null default '',
    primary key (evaluation, fund, loop)
);

create table rectification_item (
    id uuid primary key,
    evaluation uuid not null references evaluation,
    indicator uuid not null,
    loop integer not null,
    case_id text,
    opened_at timestamptz not null,
    measure text not null default '',
    deadline text not null default '',
    result text not null default '',
    confirmed_at timestamptz,
    -- OPEN; RESOLVED: no longer red; REPEATED: red again, the next loop's item goes on; CARRIED: into the full year
    outcome text not null default 'OPEN' check (outcome in ('OPEN', 'RESOLVED', 'REPEATED', 'CARRIED')),
    unique (evaluation, indicator, loop)
);
create index rectification_item_case on rectification_item (case_id);

-- A file handed in for a row; staged (evaluation null) until a save of the sheet attaches it.
create table evidence (
    id uuid primary key,
    evaluation uuid references evaluation,
    indicator uuid,
    loop integer,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null
);
create index evidence_row on evidence (evaluation, indicator);
create index evidence_staged on evidence (uploaded_at) where evaluation is null;

create table evidence_content (
    evidence uuid primary key references evidence on delete cascade,
    content bytea not null
);
-- read in pieces when downloaded: stored uncompressed, a piece is found without the rest
alter table evidence_content alter column content set storage external;
