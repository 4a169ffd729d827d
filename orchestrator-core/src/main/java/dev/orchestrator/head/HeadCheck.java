package dev.orchestrator.head;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the database has all versions that this program's code brings; asked at start, before anything is done with it.
 *
 * <p>A database that has more is fine: while a rollout runs, and after one was taken back, older programs work with a newer schema.
 */
@Singleton
public class HeadCheck {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final AppliedVersions applied;
    private final Duration patience;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean passed;

    /**
     * Makes the check.
     *
     * @param patience how long to wait for the migrations job; zero for not checking at all
     */
    public HeadCheck(
            AppliedVersions applied,
            @ConfigProperty(name = "orchestrator.heads.wait", defaultValue = "PT2M") Duration patience) {
        this.applied = applied;
        this.patience = patience;
        this.passed = patience.isZero();
    }

    /** What the database lacks, for people; empty once it lacks nothing, and from then on. */
    public List<String> missing() {
        if (passed) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        try {
            for (Head head : Head.values()) {
                missing.addAll(missing(head));
            }
        } catch (RuntimeException failure) {
            return List.of("the database can't be asked for its versions: " + failure.getMessage());
        }
        passed = missing.isEmpty();
        return missing;
    }

    private List<String> missing(Head head) {
        Set<String> found = applied.of(head);
        return head.versionsInCode().stream()
                .filter(version -> !found.contains(version))
                .map(version -> head + " version " + version + " is missing in the database")
                .toList();
    }

    /**
     * Returns when nothing is missing, true, or the program stops, false.
     *
     * @throws OrchestratorException naming what is still missing when the time is over
     */
    public boolean await() {
        long begin = System.nanoTime();
        List<String> missing = missing();
        while (!missing.isEmpty()) {
            if (System.nanoTime() - begin >= patience.toNanos()) {
                throw new OrchestratorException(
                        ErrorCode.DATABASE_UNAVAILABLE,
                        "The database is not at the heads of this program after " + patience.toSeconds()
                                + " s. Run the migrations: db upgrade heads",
                        missing.stream().map(line -> new Violation("", line)).toList());
            }
            if (stopped()) {
                return false;
            }
            missing = missing();
        }
        return true;
    }

    private boolean stopped() {
        try {
            return stopping.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
