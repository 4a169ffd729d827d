package dev.orchestrator.worker;

import dev.orchestrator.evolution.SecondLook;
import dev.orchestrator.evolution.postgres.PostgresProcessShapes;
import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A worker in a program of its own, with one build of the changed workflows, from its start to SIGTERM. */
final class WorkerProgram {
    private static final String READY = "The worker is ready";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private WorkerProgram() {}

    /** Returns once it has looked at what an older build left, and takes work. */
    static ChildProcess start(TestDatabase database, ChangedWorkflow.Build build) {
        EngineParts.Address address = EngineParts.Address.of(database);
        ChildProcess program = ChildProcess.java(
                WorkerProgram.class,
                List.of(address.url(), address.user(), address.password(), build.name()),
                Map.of());
        program.awaitLine(READY, PATIENCE);
        return program;
    }

    static void stop(ChildProcess program) {
        program.terminate();
        program.awaitExit(PATIENCE);
    }

    public static void main(String[] arguments) throws InterruptedException {
        EngineParts parts =
                new EngineParts(new EngineParts.Address(arguments[0], arguments[1], arguments[2]), List.of());
        WorkflowRegistry workflows =
                new WorkflowRegistry(List.of(ChangedWorkflow.allIn(ChangedWorkflow.Build.valueOf(arguments[3]))));
        Worker worker = parts.worker(workflows, parts.hints, EngineHarness.LEASE);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(worker, parts, stopped)));
        worker.start();
        new SecondLook(new PostgresProcessShapes(parts.pool), workflows, parts.hints).atStart();
        System.out.println(READY);
        stopped.await();
    }

    private static void stop(Worker worker, EngineParts parts, CountDownLatch stopped) {
        try {
            worker.stop();
            parts.close();
        } catch (Exception failure) {
            throw new IllegalStateException("The worker could not be stopped", failure);
        } finally {
            stopped.countDown();
        }
    }
}
