-- The engine asks for subtasks at every completion and brings no index for it.
create index act_idx_task_parent_task on act_ru_task (parent_task_id_);
