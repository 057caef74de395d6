-- What was to begin with a year and could not, as it was tried last, and why.
create table not_begun_with_year (
    process text    not null,
    unit    text    not null,
    year    integer not null,
    name    text    not null,
    name_en text    not null,
    code    text    not null,
    args    text[]  not null,
    primary key (unit, year, process)
);
