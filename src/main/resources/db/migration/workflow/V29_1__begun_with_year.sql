-- What began because a year was opened, so that it begins once; of the whole unit where the section is empty.
create table begun_with_year (
    process text    not null,
    unit    text    not null,
    year    integer not null,
    section text    not null,
    primary key (process, unit, year, section)
);
