-- The other order of a box, newest submission first: minus the moment, so that both orders page upwards.
alter table inbox_item add column submit_key bigint;
update inbox_item set submit_key = -floor(extract(epoch from coalesce(submitted_at, arrived_at)) * 1000)::bigint;
alter table inbox_item alter column submit_key set not null;
create index inbox_item_submitted on inbox_item (holder, box, submit_key, id);
