package dev.orchestrator.evolution;

import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What operators do with the state migrations of this program, by name: look at them, prepare, migrate, and move back. */
@Singleton
public class MigrateProcesses {
    private final StateMigrations migrations;
    private final WorkflowRegistry workflows;
    private final InFlightProcesses inFlight;
    private final ProcessRegistry registry;

    /** A migration, and how many living processes are at its source. */
    public record Waiting(StateMigration<?, ?> migration, long processes) {}

    public MigrateProcesses(
            StateMigrations migrations,
            WorkflowRegistry workflows,
            InFlightProcesses inFlight,
            ProcessRegistry registry) {
        this.migrations = migrations;
        this.workflows = workflows;
        this.inFlight = inFlight;
        this.registry = registry;
    }

    public List<Waiting> list() {
        return migrations.all().stream()
                .map(migration -> new Waiting(
                        migration,
                        inFlight.count(migration.source().workflow(), Set.of()).onVersion()))
                .toList();
    }

    /** The name of a migration that leads away from a version. */
    public Optional<String> leadingFrom(WorkflowVersion version) {
        return migrations.leadingFrom(version).map(StateMigration::name);
    }

    /** Leaves the new states prepared, to be looked at. */
    public MigrationReport prepare(String name, MigrationOptions options) {
        return runner(name, options).run();
    }

    /** Moves the processes to the target version. */
    public MigrationReport migrate(String name, MigrationOptions options) {
        return runner(name, options).runAndUpdateRegistry(registry);
    }

    /** Moves those back that nobody has touched since. */
    public MigrationReport moveBack(String name, MigrationOptions options) {
        return new MoveBack(migrations.get(name), registry, options).run();
    }

    private MigrationRunner runner(String name, MigrationOptions options) {
        return new MigrationRunner(migrations.get(name), workflows, inFlight, options);
    }
}
