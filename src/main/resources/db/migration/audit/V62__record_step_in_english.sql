alter table record_entry add column node_name_en text;
