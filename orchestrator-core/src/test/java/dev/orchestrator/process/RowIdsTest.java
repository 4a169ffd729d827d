package dev.orchestrator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowIdsTest {
    @Test
    void areOfVersionSevenAndBeginWithTheTime() {
        long before = System.currentTimeMillis();

        UUID id = RowIds.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void differWithinAMillisecond() {
        Set<UUID> ids = Stream.generate(RowIds::next).limit(100_000).collect(Collectors.toSet());

        assertThat(ids).hasSize(100_000);
    }
}
