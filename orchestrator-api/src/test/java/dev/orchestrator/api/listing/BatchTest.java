package dev.orchestrator.api.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void readsOnceWhatIsTheSameForAllItems() {
        Batch batch = new Batch(List.of());
        AtomicInteger reads = new AtomicInteger();

        List<Integer> answers = IntStream.range(0, 3)
                .mapToObj(
                        item -> batch.forAll("question", () -> Uni.createFrom().item(reads::incrementAndGet)))
                .map(answer -> answer.await().indefinitely())
                .toList();

        assertThat(answers).containsExactly(1, 1, 1);
    }
}
