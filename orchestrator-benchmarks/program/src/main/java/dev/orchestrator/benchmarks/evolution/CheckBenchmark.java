package dev.orchestrator.benchmarks.evolution;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.Program;
import dev.orchestrator.benchmarks.report.Figure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/** How long {@code processes check} takes, as the program that an operator runs, for many live processes of the beginner example. */
public final class CheckBenchmark {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PROCESSES_PER_SECOND = 10_000;
    private static final double MOST_MEMORY = 256;

    /** As the engine leaves them, at three places and with three statuses: they have done one, two or three steps. */
    private static final String PROCESSES = """
            INSERT INTO processes (pid, workflow_id, last_status, last_step, assignee, started_at, last_modified_at, is_task)
            SELECT gen_random_uuid(), workflow_id, (ARRAY['resumed', 'failed', 'waiting'])[1 + n % 3], 'Sync users', 'SYSTEM',
                   now(), now() + n % 9 * interval '1 second', true
            FROM workflows CROSS JOIN generate_series(1, {number}) n WHERE name = 'task_sync_users';
            INSERT INTO process_steps (stepid, pid, step_key, name, status, state, started_at, completed_at)
            SELECT gen_random_uuid(), pid, s.key, s.key, 'success', s.state, now(), now()
            FROM processes CROSS JOIN (VALUES
                (0, 'start', jsonb '{"mode": "ok", "batch_size": 10}'),
                (1, 'count-users', jsonb '{"user_count": 7}'),
                (2, 'sync-users', jsonb '{"synced": true}')) AS s (n, key, state)
            WHERE s.n <= extract(second FROM last_modified_at - started_at) / 3
            ORDER BY pid, s.n;
            ANALYZE
            """;

    private final Checkout checkout;
    private final int processes;
    private final Consumer<String> progress;

    public CheckBenchmark(Checkout checkout, int processes, Consumer<String> progress) {
        this.checkout = checkout;
        this.processes = processes;
        this.progress = progress;
    }

    public List<Figure> run() throws Exception {
        Path migrations = checkout.service("examples/beginner/migrations");
        progress.accept("Starting PostgreSQL, with fsync");
        try (Database database = Database.start(checkout)) {
            try (Program upgrade = start(migrations, database, "db", "upgrade", "heads")) {
                upgrade.awaitEnd();
            }
            progress.accept("Writing " + processes + " processes");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(PROCESSES.replace("{number}", Integer.toString(processes)));
            }
            progress.accept("Checking them");
            long begin = System.nanoTime();
            try (Program check = start(migrations, database, "processes", "check")) {
                double memory = check.mostMebibytes();
                double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
                check.awaitEnd();
                return List.of(
                        Figure.atMost("check", seconds, "s", processes / PROCESSES_PER_SECOND),
                        Figure.atMost("check-memory", memory, "MiB", MOST_MEMORY));
            }
        }
    }

    private static Program start(Path program, Database database, String... arguments) {
        return Program.start(program, List.of(), List.of(arguments), database.environment());
    }
}
