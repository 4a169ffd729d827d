package dev.orchestrator.benchmarks.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A number of clients that each ask again as soon as they are answered; they stay connected from run to run. */
public final class Load implements AutoCloseable {
    private final List<Session> sessions = new ArrayList<>();
    private final List<SplittableRandom> randoms = new ArrayList<>();
    private final ExecutorService threads;

    public Load(SessionSource source, int clients, long seed) throws Exception {
        SplittableRandom seeds = new SplittableRandom(seed);
        this.threads = Executors.newFixedThreadPool(
                clients, Thread.ofPlatform().daemon().factory());
        for (int i = 0; i < clients; i++) {
            sessions.add(source.open());
            randoms.add(seeds.split());
        }
    }

    public Latencies run(Duration time) throws InterruptedException {
        long begin = System.nanoTime();
        List<Future<long[]>> runs = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            SplittableRandom random = randoms.get(i);
            runs.add(threads.submit(() -> askUntil(begin + time.toNanos(), session, random)));
        }
        List<long[]> measured = new ArrayList<>();
        for (Future<long[]> run : runs) {
            measured.add(outcome(run));
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        return Latencies.of(measured.stream().flatMapToLong(Arrays::stream).toArray(), elapsed);
    }

    private static long[] askUntil(long end, Session session, SplittableRandom random) throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        long before = System.nanoTime();
        while (before < end) {
            session.request(random);
            long after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = after - before;
            before = after;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static long[] outcome(Future<long[]> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException failure) {
            throw new BenchmarkFailure("A request failed: " + failure.getCause().getMessage(), failure.getCause());
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        threads.shutdownNow();
        for (Session session : sessions) {
            session.close();
        }
    }
}
