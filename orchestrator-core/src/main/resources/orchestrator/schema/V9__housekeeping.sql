-- Where finished processes go when they are old: one row each, whole, out of the way of those that run.

CREATE TABLE archived_processes (
    pid              uuid         PRIMARY KEY,
    workflow         varchar      NOT NULL,
    last_status      varchar(50)  NOT NULL,
    started_at       timestamptz  NOT NULL,
    finished_at      timestamptz  NOT NULL,
    archived_at      timestamptz  NOT NULL DEFAULT now(),
    subscription_ids uuid[]       NOT NULL,
    -- The rows as they stood in their tables: {"process", "steps", "subscriptions", "inputs"}.
    record           jsonb        NOT NULL
);
CREATE INDEX archived_processes_finished_at_ix ON archived_processes (finished_at);
CREATE INDEX archived_processes_subscriptions_ix ON archived_processes USING gin (subscription_ids);

INSERT INTO workflows (name, target, is_task, description) VALUES
    ('task_archive_processes', 'SYSTEM', true, 'Archive finished processes')
ON CONFLICT (name) DO NOTHING;
