package dev.orchestrator.worker;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoints.Settled;
import dev.orchestrator.process.ChildProcesses;
import dev.orchestrator.process.NewProcess;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.process.Verdict;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepResult;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;

/** Starts the children of for-each steps and looks after them, each time in the transaction that says what becomes of the parent. */
final class Families {
    private final ChildProcesses children;
    private final CheckpointWriter writer;
    private final Recording recording;

    Families(ChildProcesses children, CheckpointWriter writer, Recording recording) {
        this.children = children;
        this.writer = writer;
        this.recording = recording;
    }

    /** A step that has nothing to start yet knows of its children; an engine that is locked starts none and is asked again later. */
    Progress ended(Turn turn, StepResult.AwaitingChildren awaiting, RunningStep context) {
        Children declared = declared(turn);
        List<NewProcess> prepared =
                children.prepare(declared, turn.record().process(), stepOf(turn).stepRun(), awaiting.inputs());
        try {
            Settled settled = writer.settle(turn.claim(), turn.parent(), (transaction, record) -> {
                Turn now = turn.at(record);
                StepResult result = children.look(transaction, declared, stepOf(now), prepared, isRetried(now));
                return Optional.of(now.own(recording.ended(now, result, context, false)));
            });
            return Progress.of(settled);
        } catch (OrchestratorException e) {
            if (e.code() != ErrorCode.ENGINE_LOCKED) {
                throw e;
            }
            return new Progress(turn.record(), new Checkpoint.After.Continues(), Verdict.PAUSE);
        }
    }

    /** Whether the parent, if it were let go now, would be missing the end of its children. */
    boolean isOver(SqlClient transaction, Turn turn) {
        return !(children.standing(transaction, declared(turn), stepOf(turn)) instanceof StepResult.AwaitingChildren);
    }

    private static Children declared(Turn turn) {
        return ((Step.ForEach) turn.step()).children();
    }

    private static Parent stepOf(Turn turn) {
        return new Parent(turn.record().process().processId(), turn.record().idempotencyKey(turn.key()), 0);
    }

    private static boolean isRetried(Turn turn) {
        return turn.record()
                .newest(turn.key())
                .map(ProcessStep::status)
                .filter(StepStatus.FAILED::equals)
                .isPresent();
    }
}
