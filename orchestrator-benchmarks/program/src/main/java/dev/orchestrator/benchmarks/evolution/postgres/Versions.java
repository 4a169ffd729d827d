package dev.orchestrator.benchmarks.evolution.postgres;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.benchmarks.evolution.Migrator;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import dev.orchestrator.workflow.Workflow;
import java.util.List;

/** Two versions of a workflow that waits for a person, and the migration between them. */
final class Versions {
    record One(String customer) {}

    record Two(String customerName, int revision) {}

    record Answer(boolean approved) {}

    private Versions() {}

    static List<Workflow> all() {
        return List.of(new Waiting(1), new Waiting(2));
    }

    private static final class Waiting extends SystemTask {
        private final int version;

        Waiting(int version) {
            this.version = version;
        }

        @Override
        public String name() {
            return Migrator.WORKFLOW;
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public StepList steps() {
            return begin().stateStep("prepare", "Prepare", state -> State.empty())
                    .input(
                            "approve",
                            "Approve",
                            Assignee.NOC,
                            state -> page("Approve", Answer.class).submit())
                    .stateStep("carry-out", "Carry out", state -> State.empty())
                    .done();
        }
    }

    static final class OneToTwo extends StateMigration<One, Two> {
        OneToTwo() {
            super(version(Migrator.WORKFLOW, 1, One.class), version(Migrator.WORKFLOW, 2, Two.class));
        }

        @Override
        public Two migrate(One from) {
            return new Two(from.customer(), 1);
        }
    }
}
