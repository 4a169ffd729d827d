package dev.orchestrator.evolution;

import dev.orchestrator.evolution.ProcessRegistry.Migrated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes processes back to where they were before a migration, with their old state, as long as nobody has touched them since.
 *
 * <p>Those that have gone on are skipped; if they were named, that is an error.
 */
public final class MoveBack {
    private static final int PAGE = 500;

    private final String migration;
    private final ProcessRegistry registry;
    private final MigrationOptions options;

    public MoveBack(StateMigration<?, ?> migration, ProcessRegistry registry, MigrationOptions options) {
        this.migration = migration.name();
        this.registry = registry;
        this.options = options;
    }

    public MigrationReport run() {
        long all = registry.migrated(migration, options.only());
        Tally tally = new Tally(options.progress());
        Set<UUID> unmoved = new HashSet<>(options.only());
        long done = 0;
        try (ParallelPages pages = new ParallelPages()) {
            UUID last = null;
            for (List<Migrated> page = page(null); !page.isEmpty(); page = page(last)) {
                pages.each(page, migrated -> one(migrated, tally));
                page.forEach(migrated -> unmoved.remove(id(migrated)));
                last = id(page.getLast());
                done += page.size();
                options.progress().done(done, Math.max(done, all));
            }
        }
        unmoved.forEach(processId -> tally.failed(touched(processId)));
        tally.skipped(Math.max(0, all - done - unmoved.size()));
        return tally.report(migration, options.dryRun());
    }

    private List<Migrated> page(UUID after) {
        return registry.untouched(migration, after, PAGE, options.only());
    }

    private void one(Migrated migrated, Tally tally) {
        try {
            if (options.dryRun() || registry.moveBack(migrated, options.actor())) {
                tally.migrated();
            } else {
                tally.failed(touched(id(migrated)));
            }
        } catch (RuntimeException e) {
            tally.failed(new MigrationError(id(migrated), MigrationPhase.WRITE, e.getMessage()));
        }
    }

    private MigrationError touched(UUID processId) {
        return new MigrationError(
                processId,
                MigrationPhase.LOCK,
                "Can't be moved back: it was not moved by '" + migration + "', or has gone on since");
    }

    private static UUID id(Migrated migrated) {
        return migrated.back().seen().process().processId();
    }
}
