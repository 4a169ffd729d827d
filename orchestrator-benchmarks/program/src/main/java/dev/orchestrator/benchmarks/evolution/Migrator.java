package dev.orchestrator.benchmarks.evolution;

import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.evolution.MigrationOptions;
import dev.orchestrator.evolution.MigrationReport;
import java.util.ServiceLoader;

/** Moves the benchmark's processes from version 1 of their workflow to version 2. */
public interface Migrator extends AutoCloseable {
    /** The workflow's name. */
    String WORKFLOW = "migrated";

    MigrationReport migrate(MigrationOptions options);

    @Override
    void close();

    static Migrator on(Database database) {
        return ServiceLoader.load(Opener.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The adapter is part of this module"))
                .open(database);
    }

    /** The adapter: found by the service loader, so that nothing outside of it knows it. */
    interface Opener {
        Migrator open(Database database);
    }
}
