-- 调整: an approved sheet changes by a version of its own, with the reason; one that is dropped has no number.

alter table target_sheet add column case_id text unique;
alter table target_sheet alter column version drop not null;
alter table target_sheet drop constraint target_sheet_state_check;
alter table target_sheet add constraint target_sheet_state_check check (state in ('DECLARING', 'IN_FORCE', 'DROPPED'));
alter table target_sheet add constraint target_sheet_dropped_check check ((state = 'DROPPED') = (version is null));

create table adjustment (
    sheet_id   uuid primary key references target_sheet,
    -- the version in force when it was asked for
    changes    uuid        not null references target_sheet,
    reason     text        not null default '',
    basis      text        not null default '',
    funding    text        not null default '',
    asked_by   uuid        not null,
    asked_name text        not null,
    asked_at   timestamptz not null
);
