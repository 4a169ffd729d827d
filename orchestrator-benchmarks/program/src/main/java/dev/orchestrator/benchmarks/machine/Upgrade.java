package dev.orchestrator.benchmarks.machine;

import java.util.List;

/** Brings a database to the schema's head by the migrations service itself. */
public final class Upgrade {
    private Upgrade() {}

    /** Returns when it is there. */
    public static void of(Checkout checkout, Database database) throws InterruptedException {
        try (Program migrations = Program.start(
                checkout.service("orchestrator-migrations"),
                List.of(),
                List.of("db", "upgrade", "heads"),
                database.environment())) {
            migrations.awaitEnd();
        }
    }
}
