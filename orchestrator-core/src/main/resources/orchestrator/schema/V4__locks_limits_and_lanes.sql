-- Locks of subscriptions, limits, and a queue that is read lane by lane.

-- The subscription that a process changes, and nobody else while it lives. The index is the lock: whoever inserts the process
-- takes it, whatever ends the process releases it, so it can't be leaked.
ALTER TABLE processes ADD COLUMN changes_subscription uuid;
CREATE UNIQUE INDEX processes_subscription_lock_ux ON processes (changes_subscription)
    WHERE changes_subscription IS NOT NULL AND last_status NOT IN ('completed', 'aborted');

-- What the process shares with others that must not run beside it; empty for nothing.
ALTER TABLE processes ADD COLUMN concurrency_key text NOT NULL DEFAULT '';
ALTER TABLE process_queue ADD COLUMN concurrency_key text NOT NULL DEFAULT '';

-- Whether this row takes one of the places that a limit allows. Only rows under a limit ever change it, so the claims of all
-- others stay HOT updates.
ALTER TABLE process_queue ADD COLUMN is_counted boolean NOT NULL DEFAULT false;
CREATE INDEX process_queue_counted_ix ON process_queue (pid) WHERE is_counted;

-- A lane is what has the first four columns in common. Within one, due_at alone is the order, so a look-up passes over nothing
-- that is not due; and no lane hides another.
CREATE INDEX process_queue_lane_ix
    ON process_queue (priority, workflow, workflow_version, concurrency_key, due_at);
DROP INDEX process_queue_due_ix;

-- How many processes may run at once: of a workflow, of a target, with a key. A key without a row allows one. Rows that the code
-- declares are kept up to date by the workers; all others are the operator's.
CREATE TABLE concurrency_limits (
    scope       varchar(20) NOT NULL CHECK (scope IN ('workflow', 'target', 'key')),
    name        text        NOT NULL,
    maximum     integer     NOT NULL CHECK (maximum >= 0),
    is_declared boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (scope, name)
);

-- Who counts and then claims takes a turn, and claims nothing if somebody took it in between: so limits are exact.
CREATE TABLE claim_turns (turn bigint NOT NULL) WITH (fillfactor = 10);
INSERT INTO claim_turns (turn) VALUES (0);
