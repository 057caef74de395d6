-- Content of the model that tests draw for themselves.
create table probe_row (case_id text, id text, text text, primary key (case_id, id));
