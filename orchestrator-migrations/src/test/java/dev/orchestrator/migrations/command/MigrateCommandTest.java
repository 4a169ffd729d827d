package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.evolution.NotMigratable;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MigrateCommandTest {
    private static final WorkflowVersion OLD = new WorkflowVersion("sync", 1);

    private final LiveRecords live = new LiveRecords(new WorkflowRegistry(List.of(new Sync())), new ByName());
    private final UUID seven = live.failed(OLD, State.of("number", 7), "send");
    private final UUID none = live.failed(OLD, State.of("number", -1), "send");

    @Test
    void listsTheMigrationsAndWhoWaitsForThem() {
        CommandRun run = CommandRun.migrating(live, "processes", "migrate", "--list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .containsExactly(
                        "sync_1_to_2: from version 1 of workflow 'sync' to version 2 of workflow 'sync', 2 processes");
    }

    @Test
    void failsWhenAProcessCanNotBeMigratedAndMigratesTheOthers() {
        CommandRun run = CommandRun.migrating(live, "processes", "migrate", "sync_1_to_2", "--actor", "ada");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("sync_1_to_2: 1 migrated, 0 skipped, 1 failed");
        assertThat(run.err()).contains(none + ": migrate: There is no user -1");
        assertThat(live.moved).containsOnlyKeys(seven);
        assertThat(live.actors).containsEntry(seven, "ada");
    }

    @Test
    void succeedsWhenNoneFailed() {
        CommandRun run = CommandRun.migrating(live, "processes", "migrate", "sync_1_to_2", "--only", seven.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 migrated, 0 skipped, 0 failed");
    }

    @Test
    void rehearses() {
        CommandRun run = CommandRun.migrating(live, "processes", "migrate", "sync_1_to_2", "--dry-run", "--json");

        JsonNode report = Json.parse(run.out());
        assertThat(report.get("dry_run").asBoolean()).isTrue();
        assertThat(report.get("ok").asBoolean()).isFalse();
        assertThat(report.get("migrated").asInt()).isEqualTo(1);
        assertThat(report.at("/errors/0/process_id").asText()).isEqualTo(none.toString());
        assertThat(report.at("/errors/0/phase").asText()).isEqualTo("migrate");
        assertThat(live.moved).isEmpty();
    }

    @Test
    void preparesWithoutMoving() {
        CommandRun run = CommandRun.migrating(live, "processes", "migrate", "sync_1_to_2", "--prepare");

        assertThat(run.out()).contains("1 prepared");
        assertThat(live.moved).isEmpty();
        assertThat(live.actors).containsOnlyKeys(seven);
    }

    @Test
    void movesBack() {
        CommandRun.migrating(live, "processes", "migrate", "sync_1_to_2");

        CommandRun run = CommandRun.migrating(live, "processes", "migrate", "sync_1_to_2", "--back");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 moved back");
        assertThat(live.moved).isEmpty();
    }

    @Test
    void namesTheMigrationsThereAre() {
        CommandRun run = CommandRun.migrating(live, "processes", "migrate", "nothing");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("'nothing' does not exist; this program has [sync_1_to_2]");
    }

    @Test
    void wantsOneNameOrTheList() {
        assertThat(CommandRun.migrating(live, "processes", "migrate").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.migrating(live, "processes", "migrate", "sync_1_to_2", "--prepare", "--back")
                        .exitCode())
                .isEqualTo(2);
    }

    record ByNumber(int number) {}

    record ByUserName(String userName) {}

    /** Refuses users that there are not. */
    private static final class ByName extends StateMigration<ByNumber, ByUserName> {
        ByName() {
            super(version("sync", 1, ByNumber.class), version("sync", 2, ByUserName.class));
        }

        @Override
        public ByUserName migrate(ByNumber from) {
            if (from.number() < 0) {
                throw new NotMigratable("There is no user " + from.number());
            }
            return new ByUserName("user-" + from.number());
        }
    }

    /** The new version. */
    private static final class Sync extends SystemTask {
        @Override
        public int version() {
            return 2;
        }

        @Override
        public StepList steps() {
            return begin().stateStep("send", "Send", state -> State.empty()).done();
        }
    }
}
