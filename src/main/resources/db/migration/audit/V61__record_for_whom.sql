-- An entry says for which post it was done and what the step was called, and its hash covers all it says. Entries made
-- before the first release would not fit that hash: the chain begins anew.
drop trigger record_entry_final on record_entry;
truncate record_entry restart identity;
alter table record_entry drop column principal;
alter table record_entry add column post text;
alter table record_entry add column node_name text;
create trigger record_entry_final before update or delete or truncate on record_entry
    for each statement execute function record_is_final();
