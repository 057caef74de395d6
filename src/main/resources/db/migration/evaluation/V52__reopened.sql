-- Submitted, come back and typed again: others read what was submitted, not what is being typed.
-- loop_since: when this loop began, null for loop 0.
alter table evaluation
    add column reopened boolean not null default false,
    add column loop_since timestamptz;
update evaluation e
set loop_since = (select max(i.opened_at) from rectification_item i where i.evaluation = e.id and i.loop = e.loop)
where e.loop > 0;
