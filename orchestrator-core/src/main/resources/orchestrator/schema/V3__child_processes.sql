-- A for-each step starts processes of their own and waits for them without a worker.

ALTER TABLE processes
    -- Ours: the process and the step that started this one, and for which of its items.
    ADD COLUMN parent_pid  uuid REFERENCES processes ON DELETE SET NULL,
    ADD COLUMN parent_step text,
    ADD COLUMN parent_item integer;
-- One child an item, however often the step is run.
CREATE UNIQUE INDEX processes_children_ux ON processes (parent_pid, parent_step, parent_item) WHERE parent_pid IS NOT NULL;
-- Whether any child is still at work is asked whenever one comes to rest.
CREATE INDEX processes_children_at_work_ix ON processes (parent_pid, parent_step)
    WHERE parent_pid IS NOT NULL
      AND last_status NOT IN ('completed', 'aborted', 'failed', 'api_unavailable', 'inconsistent_data');
