package org.example.beginner.user;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.form.Default;
import dev.orchestrator.form.Form;
import dev.orchestrator.form.Labelled;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import jakarta.inject.Singleton;
import org.hibernate.validator.constraints.Range;

/** Tells the directory about all users; the mode shows what happens when it refuses, is not ready or answers later. */
@Singleton
public class TaskSyncUsers extends SystemTask {
    private final SubscriptionRepository subscriptions;

    public TaskSyncUsers(SubscriptionRepository subscriptions) {
        this.subscriptions = subscriptions;
    }

    enum SyncMode implements Labelled {
        OK("Just sync"),
        FAIL("Fail in the sync step"),
        WAIT("Wait in the directory step"),
        CALLBACK("Ask the directory to call back");

        private final String label;

        SyncMode(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    record Sync(
            SyncMode mode,
            @Range(min = 1, max = 100) @Default("10") int batchSize) {}

    record Counted(int userCount, int batchSize) {}

    /** What the directory posts to the callback's route. */
    record Answer(JobResult directoryResult) {
        record JobResult(String status) {}
    }

    @Override
    protected Form form() {
        return page("Sync users", Sync.class).submit();
    }

    @Override
    public StepList steps() {
        return begin().stateStep(
                        "count-users",
                        "Count users",
                        state -> State.of(
                                "user_count", subscriptions.activeOf(User.class).size()))
                .stateStep("sync-users", "Sync users", state -> sync(state.as(Sync.class)))
                .retryStep(
                        "wait-for-directory",
                        "Wait for directory",
                        Backoff.PATIENT,
                        state -> waitForDirectory(state.as(Sync.class)))
                .when(
                        state -> state.as(Sync.class).mode() == SyncMode.CALLBACK,
                        steps -> steps.callback(
                                "directory-sync",
                                "Directory sync",
                                Callback.into("directory_result")
                                        .start("Start directory sync", state -> State.of("directory_job", 1))
                                        .validate(
                                                "Validate directory result",
                                                state -> validate(state.as(Answer.class)))))
                .stateStep("report", "Report", state -> report(state.as(Counted.class)))
                .done();
    }

    private static State sync(Sync input) {
        if (input.mode() == SyncMode.FAIL) {
            throw StepFailure.failed("The directory refused the sync");
        }
        return State.of("synced", true);
    }

    private static State waitForDirectory(Sync input) {
        if (input.mode() == SyncMode.WAIT) {
            throw StepFailure.failed("The directory is not ready");
        }
        return State.of("directory_ready", true);
    }

    private static State validate(Answer answer) {
        if (!"ok".equals(answer.directoryResult().status())) {
            throw StepFailure.failed("The directory reported a problem");
        }
        return State.of("directory_validated", true);
    }

    private static State report(Counted counted) {
        return State.of("report", counted.userCount() + " users in batches of " + counted.batchSize());
    }
}
