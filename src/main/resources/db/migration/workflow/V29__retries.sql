-- A step may be retried several times on one revision: nothing has moved until it works.
drop index act_once;
create unique index act_once on act (case_id, actor, verb, revision)
    where verb not in ('URGE', 'OPEN', 'COPY', 'ANSWER', 'RETRY');
