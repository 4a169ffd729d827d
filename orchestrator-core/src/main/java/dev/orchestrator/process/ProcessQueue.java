package dev.orchestrator.process;

import dev.orchestrator.workflow.WorkflowVersion;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The processes that have something to run, and who has the right to run them. Times are the database's. */
public interface ProcessQueue {
    /** Which workflow versions a worker has; it claims nothing else. */
    record Registered(List<String> workflows, List<Integer> versions) {
        public static Registered of(List<WorkflowVersion> versions) {
            return new Registered(
                    versions.stream().map(WorkflowVersion::name).toList(),
                    versions.stream().map(WorkflowVersion::number).toList());
        }
    }

    /**
     * Takes up to {@code limit} processes that are due and that nobody holds, or whose holder's lease has run out, and takes
     * none while the engine is locked.
     */
    List<Claim> claim(String worker, Registered registered, int limit, Duration lease);

    /** Marks claimed processes as running and reads their records, in one round trip. A lost claim is left out. */
    List<ProcessRecord> begin(Collection<Claim> claims);

    /** Prolongs all leases of a worker in one statement. Returns the processes whose claims still hold. */
    Set<UUID> renew(Collection<Claim> claims, Duration lease);

    /** Gives a process back for others to claim at once. */
    void handBack(Claim claim);

    /** Makes known that this worker lives and what it can run. */
    void register(String worker, Registered registered);

    void unregister(String worker);

    /** What the workers that live have between them; a process on any other version waits until one comes that has it. */
    Set<WorkflowVersion> registered();
}
