package dev.orchestrator.api.workshop;

import dev.orchestrator.evolution.NotMigratable;
import dev.orchestrator.evolution.Position;
import dev.orchestrator.evolution.StateMigration;
import jakarta.inject.Singleton;

/** Leads from a version of the task that is gone to the one that is here. */
@Singleton
public class SyncUsersByName extends StateMigration<SyncUsersByName.ByNumber, SyncUsersByName.ByName> {
    /** What the old version knew. */
    public record ByNumber(int userNumber) {}

    /** What the new version knows. */
    public record ByName(String userName) {}

    public SyncUsersByName() {
        super(version("task_sync_users", 0, ByNumber.class), version("task_sync_users", 1, ByName.class));
    }

    @Override
    public ByName migrate(ByNumber from) {
        if (from.userNumber() < 0) {
            throw new NotMigratable("There is no user " + from.userNumber());
        }
        return new ByName("user-" + from.userNumber());
    }

    @Override
    public String goOnAt(Position at, ByName state) {
        return "sync";
    }
}
