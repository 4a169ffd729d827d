-- When workflows are started by themselves.

CREATE TABLE schedules (
    schedule_id  uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    workflow_id  uuid         NOT NULL REFERENCES workflows ON DELETE CASCADE,
    name         varchar(255) NOT NULL,
    -- {"cron", "zone"}, {"every", "start"} or {"at"}; the trigger is the same for people to read.
    cadence      jsonb        NOT NULL,
    trigger      text         NOT NULL,
    -- What becomes of times at which nobody could fire: skip, once or all.
    missed       varchar(10)  NOT NULL DEFAULT 'once',
    -- The pages that the workflow's form is answered with.
    user_inputs  jsonb        NOT NULL DEFAULT '[]',
    next_run_at  timestamptz,
    last_run_at  timestamptz,
    last_pid     uuid,
    -- Why the last due time started nothing; null when it did.
    last_problem text,
    -- Code declares each of its schedules once under this name: the row stays when the schedule has ended, so that what an owner
    -- deleted does not come back with the next deployment.
    declared_as  varchar(255) UNIQUE,
    created_by   varchar(255) NOT NULL,
    created_at   timestamptz  NOT NULL DEFAULT now(),
    -- Deleted, or no time is left.
    ended_at     timestamptz
);
-- Each worker looks here about twice a second.
CREATE INDEX schedules_next_run_ix ON schedules (next_run_at) WHERE ended_at IS NULL;
CREATE INDEX schedules_workflow_ix ON schedules (workflow_id);
