package dev.orchestrator.process.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final Queue<List<Integer>> writes = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Gathering<Integer, Integer> doubling = new Gathering<>(this::doubled);

    private List<Integer> doubled(List<Integer> numbers) {
        writes.add(numbers);
        if (numbers.contains(-1)) {
            throw new IllegalArgumentException("-1 can't be written");
        }
        if (numbers.equals(List.of(0))) {
            await();
        }
        return numbers.stream().map(number -> 2 * number).toList();
    }

    private void await() {
        try {
            assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void eachCallerGetsItsOwnResult() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = IntStream.rangeClosed(1, 2_000)
                    .mapToObj(number -> callers.submit(() -> doubling.write(number)))
                    .toList();

            for (int number = 1; number <= results.size(); number++) {
                assertThat(results.get(number - 1).get()).isEqualTo(2 * number);
            }
        }
    }

    @Test
    void whatComesDuringAWriteSharesTheNextOne() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.execute(() -> doubling.write(0));
            awaitWrites(1);
            IntStream.rangeClosed(1, 100).forEach(number -> callers.execute(() -> doubling.write(number)));
            awaitWaiting(100);

            released.countDown();
        }

        assertThat(writes).extracting(List::size).containsExactly(1, 100);
    }

    @Test
    void oneThatCantBeWrittenFailsAlone() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.execute(() -> doubling.write(0));
            awaitWrites(1);
            Future<Integer> bad = callers.submit(() -> doubling.write(-1));
            Future<Integer> good = callers.submit(() -> doubling.write(21));
            awaitWaiting(2);

            released.countDown();

            assertThat(good.get()).isEqualTo(42);
            assertThatThrownBy(bad::get).hasRootCauseMessage("-1 can't be written");
        }
    }

    private void awaitWrites(int number) throws InterruptedException {
        while (writes.size() < number) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void awaitWaiting(int number) throws InterruptedException {
        while (doubling.waiting() < number) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
