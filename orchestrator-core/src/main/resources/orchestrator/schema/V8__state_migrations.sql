-- Living processes move from one version of their workflow to another, with their state; nothing of the record is lost by that.

-- Set on the row that a state migration writes: the steps of the new version that count as done with it. The document of such a
-- row is the whole state, in place of all rows before it, and what those say of done steps counts no more.
ALTER TABLE process_steps ADD COLUMN passed_steps text[];
CREATE INDEX process_steps_migrated_ix ON process_steps (pid, sequence) WHERE passed_steps IS NOT NULL;

CREATE FUNCTION jsonb_fold_row(folded jsonb, document jsonb, is_whole boolean) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN is_whole THEN document ELSE folded || document END;
CREATE AGGREGATE jsonb_fold (jsonb, boolean) (SFUNC = jsonb_fold_row, STYPE = jsonb, INITCOND = '{}');
CREATE OR REPLACE VIEW process_step_states AS
SELECT stepid, pid, name, status, step_key, started_at, completed_at, sequence,
       jsonb_fold(state, passed_steps IS NOT NULL)
           FILTER (WHERE status NOT IN ('failed', 'waiting')) OVER (PARTITION BY pid ORDER BY sequence) AS state
FROM process_steps
WHERE superseded_by IS NULL;

-- What each state migration did, or has prepared, for one process. The newest row of a process is the one that counts.
CREATE TABLE state_migrations (
    state_migration_id uuid         PRIMARY KEY,
    pid                uuid         NOT NULL REFERENCES processes ON DELETE CASCADE,
    migration          varchar(255) NOT NULL,
    -- prepared, migrated, moved_back
    status             varchar(20)  NOT NULL,
    source_workflow    varchar(255) NOT NULL,
    source_version     integer      NOT NULL,
    target_workflow    varchar(255) NOT NULL,
    target_version     integer      NOT NULL,
    go_on_at           text         NOT NULL,
    old_state          jsonb        NOT NULL,
    new_state          jsonb        NOT NULL,
    -- How the process stood before, which is what it takes to move it back: its status, its done steps, the row it waited at.
    old_standing       jsonb        NOT NULL,
    -- When the process was last changed, and by which claim, as this was worked out or, once it has migrated, as the migration left
    -- it: while the process still says so, nobody has touched it since.
    process_changed_at timestamptz  NOT NULL,
    process_epoch      bigint,
    prepared_at        timestamptz,
    prepared_by        varchar(255),
    migrated_at        timestamptz,
    migrated_by        varchar(255),
    moved_back_at      timestamptz,
    moved_back_by      varchar(255)
);
-- One preparation a process and migration, however often it is worked out.
CREATE UNIQUE INDEX state_migrations_prepared_ix ON state_migrations (pid, migration) WHERE status = 'prepared';
CREATE INDEX state_migrations_process_ix ON state_migrations (pid);
-- Serves the pages of those that can be moved back.
CREATE INDEX state_migrations_migrated_ix ON state_migrations (migration, pid) WHERE status = 'migrated';
