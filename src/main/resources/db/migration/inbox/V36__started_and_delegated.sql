-- Who started the case and when, where a person did: what tells one from another of the same kind; and who delegated the task.
alter table inbox_item
    add column started_by   text,
    add column started_at   timestamptz,
    add column delegated_by text;
update inbox_item i set started_by = a.actor_name, started_at = a.at
from act a where a.case_id = i.case_id and a.verb = 'START';
update inbox_item i set delegated_by = (
    select a.actor_name from act a
    where a.case_id = i.case_id and a.task_id = i.task_id and a.verb = 'DELEGATE' order by a.seq desc limit 1)
from case_step s where s.task_id = i.task_id and s.turn = 'DELEGATE' and s.state = 'OPEN' and i.box = 'TODO';
