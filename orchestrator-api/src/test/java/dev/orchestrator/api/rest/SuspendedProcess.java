package dev.orchestrator.api.rest;

import dev.orchestrator.testkit.TestDatabase;
import java.util.UUID;

/** A change of the group Alpha that waits for its approval. */
final class SuspendedProcess {
    static final String ALPHA = "e0000000-0000-4000-8000-000000000001";

    private SuspendedProcess() {}

    static String in(TestDatabase database) {
        String id = UUID.randomUUID().toString();
        database.execute("""
                INSERT INTO processes (pid, workflow_id, last_status, last_step, started_at, last_modified_at)
                VALUES ('%1$s', 'd0000000-0000-4000-8000-000000000011', 'suspended', 'Approve change', now(), now());
                INSERT INTO processes_subscriptions (pid, subscription_id, workflow_target) VALUES ('%1$s', '%2$s', 'MODIFY');
                INSERT INTO process_steps (stepid, pid, name, status, state, completed_at, step_key) VALUES
                    (gen_random_uuid(), '%1$s', 'Start', 'success', '{"group_name": "Omega"}', now(), 'start'),
                    (gen_random_uuid(), '%1$s', 'Create Process Subscription relation', 'success', '{}', now(), 'link-subscription'),
                    (gen_random_uuid(), '%1$s', 'Lock subscription', 'success', '{"locked": true}', now(), 'lock-subscription'),
                    (gen_random_uuid(), '%1$s', 'Approve change', 'suspend', '{}', now(), 'approve');
                """.formatted(id, ALPHA));
        return id;
    }
}
