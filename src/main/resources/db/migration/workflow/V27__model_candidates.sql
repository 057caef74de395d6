-- A newer shipped model of a process whose live version is an administrator's: offered, never deployed by itself.
create table model_candidate (
    process      text        not null,
    hash         text        not null,
    file         text        not null,
    content      bytea       not null,
    offered_at   timestamptz not null,
    decided_at   timestamptz,
    decided_by   uuid,
    decided_name text,
    taken        boolean,
    primary key (process, hash)
);
