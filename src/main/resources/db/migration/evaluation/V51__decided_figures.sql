-- What the bureau decided of a row, whole: the target as it read, the judgement with its arithmetic, the exact points.
-- The columns that repeated parts of it were written and never read.
alter table evaluation_row
    add column decided jsonb,
    drop column target_row,
    drop column state,
    drop column weight,
    drop column score;
alter table evaluation drop column score;
