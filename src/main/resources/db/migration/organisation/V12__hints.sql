-- First-time hints a person has put away for good.
alter table person add column hints_gone text[] not null default '{}';
