-- What operators do to processes. Nothing of the record is ever deleted: a row that does not count any more says so.

ALTER TABLE process_steps
    -- Which worker ran the step; empty for rows that people and other systems wrote.
    ADD COLUMN worker varchar(64),
    -- The action of the operator who went back behind this row. Such a row is history: it is no part of the state, and the
    -- step that it tells of is to be run again.
    ADD COLUMN superseded_by uuid;

-- Why, in the words of whoever acted.
ALTER TABLE process_actions ADD COLUMN reason text;

-- Stays with the process while it waits outside the queue. Lower runs first.
ALTER TABLE processes ADD COLUMN priority smallint NOT NULL DEFAULT 5;

-- Only what counts, and failures add nothing to the state that the next step gets.
CREATE OR REPLACE VIEW process_step_states AS
SELECT stepid, pid, name, status, step_key, started_at, completed_at, sequence,
       jsonb_fold(state) FILTER (WHERE status NOT IN ('failed', 'waiting')) OVER (PARTITION BY pid ORDER BY sequence) AS state
FROM process_steps
WHERE superseded_by IS NULL;
