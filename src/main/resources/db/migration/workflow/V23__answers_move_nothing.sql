-- Several questions are answered on one revision.
drop index act_once;
create unique index act_once on act (case_id, actor, verb, revision)
    where verb not in ('URGE', 'OPEN', 'COPY', 'ANSWER');
