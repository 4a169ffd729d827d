-- Processes, the record of their steps, and the queue that workers take them from.

CREATE TABLE processes (
    pid              uuid         PRIMARY KEY,
    workflow_id      uuid         NOT NULL REFERENCES workflows,
    assignee         varchar(50)  NOT NULL DEFAULT 'SYSTEM',
    last_status      varchar(50)  NOT NULL DEFAULT 'created',
    last_step        varchar(255),
    started_at       timestamptz  NOT NULL,
    last_modified_at timestamptz  NOT NULL,
    failed_reason    text,
    traceback        text,
    created_by       varchar(255),
    is_task          boolean      NOT NULL DEFAULT false,
    note             text,
    -- Ours: the version of the workflow that this process started on and stays with.
    workflow_version integer      NOT NULL DEFAULT 1
);
CREATE INDEX processes_workflow_ix ON processes (workflow_id);
CREATE INDEX processes_started_at_ix ON processes (started_at);
CREATE INDEX processes_last_modified_at_ix ON processes (last_modified_at);
-- Serves the status counts and the lists of what is not finished, which stay small however many are completed.
CREATE INDEX processes_unfinished_ix ON processes (last_status, is_task)
    WHERE last_status NOT IN ('completed', 'aborted');

CREATE TABLE process_steps (
    stepid       uuid         PRIMARY KEY,
    pid          uuid         NOT NULL REFERENCES processes ON DELETE CASCADE,
    name         varchar(255) NOT NULL,
    status       varchar(50)  NOT NULL,
    -- What the step added or changed; the state at any point is the fold of the rows before it.
    state        jsonb        NOT NULL,
    created_by   varchar(255),
    started_at   timestamptz,
    completed_at timestamptz  NOT NULL,
    commit_hash  varchar(40),
    -- Ours: the id that the step keeps in its workflow whatever its name, and the order of the rows.
    step_key     text         NOT NULL,
    sequence     bigint       GENERATED ALWAYS AS IDENTITY,
    -- Ours: which claim wrote the row, how often the step was tried with this outcome, and when the earlier attempts ended.
    epoch        bigint,
    attempt      integer      NOT NULL DEFAULT 1,
    attempts     jsonb
);
CREATE INDEX process_steps_process_ix ON process_steps (pid, sequence);

CREATE TABLE processes_subscriptions (
    id              uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    pid             uuid         NOT NULL REFERENCES processes ON DELETE CASCADE,
    subscription_id uuid         NOT NULL REFERENCES subscriptions ON DELETE CASCADE,
    created_at      timestamptz  NOT NULL DEFAULT current_timestamp,
    workflow_target varchar(255),
    UNIQUE (pid, subscription_id)
);
CREATE INDEX processes_subscriptions_subscription_ix ON processes_subscriptions (subscription_id);

CREATE TABLE input_states (
    input_state_id uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    pid            uuid        NOT NULL REFERENCES processes ON DELETE CASCADE,
    input_state    jsonb       NOT NULL,
    input_time     timestamptz NOT NULL DEFAULT current_timestamp,
    input_type     varchar(50) NOT NULL
);
CREATE INDEX input_states_process_ix ON input_states (pid);

CREATE TABLE engine_settings (
    global_lock       boolean PRIMARY KEY,
    -- Kept for orchestrator-core's SQL; we count leases instead of keeping a hot counter.
    running_processes integer NOT NULL DEFAULT 0
);
INSERT INTO engine_settings (global_lock) VALUES (false);

-- The right to run: a claim takes the next epoch, and every write of a worker names the epoch it holds.
CREATE SEQUENCE process_epochs CACHE 100;

-- One small row for each process that has something to run now or at a known time; deleted when it ends or waits for a person.
CREATE TABLE process_queue (
    pid              uuid        PRIMARY KEY REFERENCES processes ON DELETE CASCADE,
    -- Lower runs first.
    priority         smallint    NOT NULL DEFAULT 5,
    due_at           timestamptz NOT NULL,
    workflow         varchar     NOT NULL,
    workflow_version integer     NOT NULL,
    epoch            bigint      NOT NULL DEFAULT 0,
    leased_until     timestamptz,
    worker           varchar(64),
    -- How many workers lost their lease while they ran this process, with nothing recorded in between.
    lost_leases      smallint    NOT NULL DEFAULT 0
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
-- The claim reads this in order. It mentions neither lease nor worker, so that claims and renewals stay HOT updates.
CREATE INDEX process_queue_due_ix ON process_queue (priority, due_at);

-- Who is running: one row a worker, renewed with its leases.
CREATE TABLE workers (
    worker     varchar(64) PRIMARY KEY,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    workflows  jsonb       NOT NULL
) WITH (fillfactor = 50);

-- What persons and programs did to a process beyond what its steps record.
CREATE TABLE process_actions (
    action_id uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    pid       uuid         NOT NULL,
    action    varchar(50)  NOT NULL,
    actor     varchar(255) NOT NULL,
    acted_at  timestamptz  NOT NULL,
    detail    jsonb
);
CREATE INDEX process_actions_process_ix ON process_actions (pid, acted_at);

-- The state after each step, folded, for people's SQL. A step's own row holds only what it added or changed.
CREATE AGGREGATE jsonb_fold (jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}');
CREATE VIEW process_step_states AS
SELECT stepid, pid, name, status, step_key, started_at, completed_at, sequence,
       jsonb_fold(state) OVER (PARTITION BY pid ORDER BY sequence) AS state
FROM process_steps;

-- The workflows that come with the system, as orchestrator-core's migration guide to 4.0 names them.
INSERT INTO workflows (name, target, is_task, description) VALUES
    ('modify_note', 'MODIFY', false, 'Modify Note'),
    ('task_clean_up_tasks', 'SYSTEM', true, 'Clean up old tasks'),
    ('task_resume_workflows', 'SYSTEM', true,
     'Resume all workflows that are stuck on tasks with the status ''waiting'', ''created'' or ''resumed'''),
    ('task_validate_products', 'SYSTEM', true, 'Validate products'),
    ('task_validate_product_type', 'SYSTEM', true, 'Validate all subscriptions of Product Type'),
    ('task_validate_subscriptions', 'SYSTEM', true, 'Validate subscriptions'),
    ('task_validate_awaiting_callbacks', 'SYSTEM', true, 'Fail callback steps that exceeded their timeout');
