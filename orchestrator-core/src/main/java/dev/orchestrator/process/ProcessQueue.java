package dev.orchestrator.process;

import dev.orchestrator.workflow.WorkflowVersion;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The processes that have something to run, and who has the right to run them. Times are the database's. */
public interface ProcessQueue {
    /**
     * Who claims.
     *
     * @param lease how long a claim holds without renewal
     * @param lostLeaseLimit after how many lost leases in a row, with nothing recorded, a process is taken to kill its workers
     */
    record Claimer(String worker, Duration lease, int lostLeaseLimit) {}

    /** Which workflow versions a worker has; it claims nothing else. */
    record Registered(List<String> workflows, List<Integer> versions) {
        public static Registered of(List<WorkflowVersion> versions) {
            return new Registered(
                    versions.stream().map(WorkflowVersion::name).toList(),
                    versions.stream().map(WorkflowVersion::number).toList());
        }

        /** All but those of these names. */
        public Registered without(Set<String> names) {
            return of(IntStream.range(0, workflows.size())
                    .filter(index -> !names.contains(workflows.get(index)))
                    .mapToObj(index -> new WorkflowVersion(workflows.get(index), versions.get(index)))
                    .toList());
        }
    }

    /** A claimed process; one that can't be read must not keep the others of its batch from running. */
    sealed interface Begun {
        UUID processId();

        String workflowName();

        record Loaded(ProcessRecord record) implements Begun {
            @Override
            public UUID processId() {
                return record.process().processId();
            }

            @Override
            public String workflowName() {
                return record.process().workflowName();
            }
        }

        record Unreadable(UUID processId, String workflowName, String reason) implements Begun {}
    }

    /**
     * Takes up to {@code limit} processes that are due and that nobody holds, or whose holder's lease has run out, and takes
     * none while the engine is locked. Never more of a workflow, target or concurrency key than its limit, over all workers; and
     * of each workflow some, if there are. Of those whose holder was lost it counts how many were, but never the one that would
     * prove them guilty.
     */
    List<Claim> claim(Claimer claimer, Registered registered, int limit);

    /** Marks claimed processes as running and reads their records, in one round trip. A lost claim is left out. */
    List<Begun> begin(Collection<Claim> claims);

    /** Prolongs all leases of a worker in one statement. Returns the processes whose claims still hold. */
    Set<UUID> renew(Collection<Claim> claims, Duration lease);

    /** Gives a process back for others to claim at once. */
    void handBack(Claim claim);

    /** Puts claims off for a while; what was counted of lost workers stays as it is. */
    void putOff(Collection<Claim> claims, Duration pause);

    /**
     * Counts the last lease that may be lost before the process begins on it, so that it is set aside if this worker is lost too.
     * A step that is recorded takes it back.
     */
    void countLastChance(Claim claim);

    /** Gives back what this worker has claimed without knowing it, such as by a claim whose answer was lost. */
    void handBackAllBut(Collection<UUID> held, String worker);

    /** Makes known how many processes of a workflow may run at once; those of the registered that are not named have no limit. */
    void declareLimits(Registered registered, Map<String, Integer> limits);

    /** Makes known that this worker lives and what it can run. */
    void register(String worker, Registered registered);

    void unregister(String worker);

    /** What the workers that live have between them; a process on any other version waits until one comes that has it. */
    Set<WorkflowVersion> registered();
}
