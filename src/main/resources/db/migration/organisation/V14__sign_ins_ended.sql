-- How often everything a person was signed in by has ended: what began before opens nothing new.
alter table person add column sign_ins_ended integer not null default 0;
