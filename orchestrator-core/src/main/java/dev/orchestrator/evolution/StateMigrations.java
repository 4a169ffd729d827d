package dev.orchestrator.evolution;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.workflow.WorkflowVersion;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The state migrations that this program has, by name; all beans of type {@link StateMigration}. */
@Singleton
public class StateMigrations {
    private final Map<String, StateMigration<?, ?>> migrations = new TreeMap<>();

    @Inject
    public StateMigrations(@Any Instance<StateMigration<?, ?>> migrations) {
        this(migrations.stream().toList());
    }

    public StateMigrations(List<? extends StateMigration<?, ?>> migrations) {
        for (StateMigration<?, ?> migration : migrations) {
            if (this.migrations.put(migration.name(), migration) != null) {
                throw new IllegalArgumentException("Two state migrations are named '" + migration.name()
                        + "'; override name() in one of them, or remove it");
            }
        }
    }

    public List<StateMigration<?, ?>> all() {
        return List.copyOf(migrations.values());
    }

    /** A migration that leads away from a version; the first by name when there are several. */
    public Optional<StateMigration<?, ?>> leadingFrom(WorkflowVersion version) {
        return all().stream()
                .filter(migration -> migration.source().workflow().equals(version))
                .findFirst();
    }

    /** The migration of this name, or a refusal that says which there are. */
    public StateMigration<?, ?> get(String name) {
        return Optional.<StateMigration<?, ?>>ofNullable(migrations.get(name))
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_STATE_MIGRATION,
                        "State migration '" + name + "' does not exist; this program has " + migrations.keySet()));
    }
}
