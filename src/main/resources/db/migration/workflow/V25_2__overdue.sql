-- When the system urges a step's holders, and when it tells the post above, each once; set by the model's step.
alter table case_step add column remind_at timestamptz;
alter table case_step add column escalate_at timestamptz;
create index case_step_remind on case_step (remind_at) where state = 'OPEN' and remind_at is not null;
create index case_step_escalate on case_step (escalate_at) where state = 'OPEN' and escalate_at is not null;

-- A model may send a copy too: nobody sent it then.
alter table case_copy alter column sender drop not null;
