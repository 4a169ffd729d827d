package dev.orchestrator.worker;

import dev.orchestrator.process.Branches;
import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoint.After;
import dev.orchestrator.process.Checkpoints.Settled;
import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.process.Verdict;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.StepResult;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the branches of one process at the same time: each step on a thread of its own, while one thread begins them and records
 * what comes of them, one after the other.
 *
 * <p>A branch that waits does so while others run. When one fails the others finish the step they are in. When nothing runs any
 * more, the process itself fails or waits; that is decided under the lock against what comes from outside.
 */
final class ParallelRun {
    /** How soon a report or an answer is seen that comes while another branch runs. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ClaimedProcess process;
    private final RunnerParts parts;
    private final StepList list;
    private final Branches branches;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> lookedAt = new HashSet<>();
    private final Instant begunAt;
    private final boolean wasResumed;
    private ProcessRecord record;
    private After failure;
    private Verdict verdict = Verdict.GO_ON;

    private record Ended(Turn turn, StepResult result, RunningStep context) {}

    ParallelRun(ClaimedProcess process, RunnerParts parts, ProcessRecord record) {
        this.process = process;
        this.parts = parts;
        this.list = process.list();
        this.branches = Branches.of(process.list());
        this.record = record;
        this.wasResumed = record.process().status() == ProcessStatus.RESUMED;
        this.begunAt = parts.clock().instant();
    }

    static boolean isNeeded(List<NextStep> frontier, StepList list) {
        return frontier.stream()
                .anyMatch(next -> Branches.of(list).around(next.key()).isPresent());
    }

    /** Returns when the branches have joined, or all stand still. */
    Progress run() {
        while (true) {
            List<NextStep> frontier = frontier();
            boolean hasBegun = mayBegin() && begin(frontier);
            if (!running.isEmpty()) {
                takeOne();
            } else if (verdict == Verdict.LOST || !isNeeded(frontier, list)) {
                return new Progress(record, new After.Continues(), verdict);
            } else if (failure != null) {
                return parts.outcomes().write(record, parts.recording().parked(parallel(frontier), failure));
            } else if (!mayBegin()) {
                return new Progress(record, new After.Continues(), Verdict.PAUSE);
            } else if (!hasBegun) {
                Optional<Progress> end = settle();
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
    }

    /** A condition that fails lets nothing more begin; once the branches are at rest whoever asks it again says why. */
    private List<NextStep> frontier() {
        try {
            return StepCursor.frontier(list, record);
        } catch (RuntimeException e) {
            return List.of(new NextStep.Finished());
        }
    }

    private boolean mayBegin() {
        return verdict == Verdict.GO_ON && failure == null && process.mayGoOn();
    }

    /** Begins what may begin. False when there is nothing. */
    private boolean begin(List<NextStep> frontier) {
        boolean hasBegun = false;
        for (NextStep next : frontier) {
            hasBegun |= switch (next) {
                case NextStep.Run run -> mayRun(run, record) && start(turn(run));
                case NextStep.Skip skip -> recorded(parts.recording().skipped(turn(skip)));
                case NextStep.Mark mark -> recorded(parts.recording().marked(process.claim(), mark));
                case NextStep.Misfit ignored -> false;
                case NextStep.Finished ignored -> false;
            };
        }
        return hasBegun;
    }

    private boolean recorded(Checkpoint checkpoint) {
        keep(parts.outcomes().write(record, checkpoint.ofBranch()));
        return true;
    }

    /** A person who retries, or an answer, lets pauses between attempts end at once; timers go on sleeping. */
    private boolean mayRun(NextStep.Run run, ProcessRecord seen) {
        Instant now = parts.clock().instant();
        return !running.contains(run.key())
                && waitOf(run, seen)
                        .filter(wait -> !wait.isOver(now))
                        .filter(wait -> !isRetriedNow(wait))
                        .filter(wait -> !isToLookAt(run.key(), wait))
                        .isEmpty();
    }

    /** How children stand only the database knows: asked once each time that something may have come. */
    private boolean isToLookAt(String key, Standstill.Wait wait) {
        return wait.step() instanceof Step.ForEach && !lookedAt.contains(key);
    }

    private boolean isRetriedNow(Standstill.Wait wait) {
        return wasResumed
                && Recording.nextAttemptAt(wait.row()).isPresent()
                && wait.row().completedAt().isBefore(begunAt);
    }

    private static Optional<Standstill.Wait> waitOf(NextStep.Run run, ProcessRecord seen) {
        return Standstill.of(run.key(), StepList.unconditional(run.step()), seen);
    }

    private Turn turn(NextStep.Run run) {
        return new Turn(process.claim(), record, list, run.key(), StepList.unconditional(run.step()));
    }

    private Turn turn(NextStep.Skip skip) {
        return new Turn(process.claim(), record, list, skip.key(), skip.step());
    }

    private boolean start(Turn turn) {
        running.add(turn.key());
        lookedAt.add(turn.key());
        RunningStep context = parts.steps().contextOf(turn);
        Thread.ofVirtual()
                .name("branch-" + turn.key() + "-of-" + process.claim().processId())
                .start(() -> ended.add(new Ended(turn, parts.steps().run(turn, context), context)));
        return true;
    }

    /** Waits for the next step to end, or for something that a standing branch waits for. */
    private void takeOne() {
        try {
            Optional<Duration> patience = mayBegin() ? patience() : Optional.empty();
            Ended one =
                    patience.isPresent() ? ended.poll(patience.get().toMillis(), TimeUnit.MILLISECONDS) : ended.take();
            if (one == null) {
                record = parts.writer()
                        .settle(process.claim(), parent(), (transaction, now) -> Optional.empty())
                        .record();
                lookedAt.clear();
            } else {
                running.remove(one.turn().key());
                keep(parts.outcomes().ended(one.turn().at(record), joinable(one), one.context()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody interrupts the thread of a process", e);
        }
    }

    private Optional<Duration> patience() {
        Instant now = parts.clock().instant();
        return waits(frontier())
                .flatMap(wait -> Stream.concat(
                        wait.until().map(until -> Duration.between(now, until).plusMillis(1)).stream(),
                        wait.isForOutside() ? Stream.of(LOOK_AGAIN) : Stream.of()))
                .min(Comparator.naturalOrder());
    }

    private Stream<Standstill.Wait> waits(List<NextStep> frontier) {
        return frontier.stream()
                .filter(next -> next instanceof NextStep.Run && !running.contains(next.key()))
                .flatMap(next -> waitOf((NextStep.Run) next, record).stream());
    }

    /** What one branch adds must fit what the others have added; a branch can't end the process, for the others run. */
    private StepResult joinable(Ended one) {
        return switch (one.result()) {
            case StepResult.Success success ->
                branches.conflict(
                                one.turn().key(),
                                record.with(
                                        List.of(parts.recording().success(one.turn(), one.context(), success.state()))))
                        .<StepResult>map(reason -> new StepResult.Failed(StepFailure.failed(reason)))
                        .orElse(success);
            case StepResult.Completed ignored -> endsTheProcess();
            case StepResult.Aborted ignored -> endsTheProcess();
            default -> one.result();
        };
    }

    private static StepResult endsTheProcess() {
        return new StepResult.Failed(StepFailure.failed("A step in a parallel branch can't end the process; put what"
                + " decides that behind the parallel step"));
    }

    private void keep(Progress progress) {
        record = progress.record();
        if (progress.verdict() != Verdict.GO_ON && verdict != Verdict.LOST) {
            verdict = progress.verdict();
        }
        if (failure == null && progress.after() instanceof After.Leaves leaves && isFailure(leaves.status())) {
            failure = leaves;
        }
    }

    private static boolean isFailure(ProcessStatus status) {
        return status.isRetriable() && status != ProcessStatus.WAITING;
    }

    /** Lets go of the process, unless something has come meanwhile that a branch waited for. */
    private Optional<Progress> settle() {
        Settled settled =
                parts.writer().settle(process.claim(), parent(), (transaction, now) -> parked(transaction, now));
        record = settled.record();
        lookedAt.clear();
        return settled.written().map(written -> Progress.of(settled));
    }

    private Optional<Parent> parent() {
        return Optional.ofNullable(record.process().parent());
    }

    private Optional<Checkpoint> parked(SqlClient transaction, ProcessRecord now) {
        List<NextStep> frontier = StepCursor.frontier(list, now);
        boolean allStand = frontier.stream()
                .allMatch(next -> next instanceof NextStep.Run run
                        && !mayRun(run, now)
                        && !areChildrenDone(transaction, turn(run).at(now)));
        return allStand
                ? Optional.of(parts.recording()
                        .parked(
                                parallel(frontier).at(now),
                                Standstill.of(
                                        frontier.stream()
                                                .flatMap(next -> waitOf((NextStep.Run) next, now).stream())
                                                .toList(),
                                        parts.clock().instant()))
                        .of(now.process()))
                : Optional.empty();
    }

    private boolean areChildrenDone(SqlClient transaction, Turn turn) {
        return turn.step() instanceof Step.ForEach && parts.families().isOver(transaction, turn);
    }

    private Turn parallel(List<NextStep> frontier) {
        String key = frontier.stream()
                .flatMap(next -> branches.around(next.key()).stream())
                .findFirst()
                .orElseThrow();
        return new Turn(process.claim(), record, list, key, branches.parallel(key));
    }
}
