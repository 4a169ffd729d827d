package dev.orchestrator.launcher.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Stands for the benchmarks: says what it was given, and waits to be ended when that is {@code wait}. */
public final class StandInBenchmarks {
    private StandInBenchmarks() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(List.of(arguments) + " in " + System.getProperty("orchestrator.root"));
        if (List.of(arguments).contains("wait")) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> System.out.println("cleaned up")));
            System.out.println("waiting");
            new CountDownLatch(1).await();
        }
        System.exit(4);
    }
}
