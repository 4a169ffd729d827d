package dev.orchestrator.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.OrchestratorException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadCheckTest {
    private static final List<String> SCHEMA = Head.SCHEMA.versionsInCode();

    @Test
    void findsTheVersionsOfTheCodeOnTheClassPath() {
        assertThat(SCHEMA)
                .startsWith("1", "2")
                .isSortedAccordingTo((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)));
    }

    @Test
    void namesEachVersionThatTheDatabaseLacks() {
        HeadCheck check = new HeadCheck(head -> Set.of("1"), Duration.ofSeconds(1));

        assertThat(check.missing()).contains("schema version 2 is missing in the database");
    }

    @Test
    void isContentWithADatabaseThatHasMore() {
        Set<String> more = new HashSet<>(SCHEMA);
        more.add("4711");

        assertThat(new HeadCheck(head -> more, Duration.ofSeconds(1)).await()).isTrue();
    }

    @Test
    void waitsForTheMigrationsJob() {
        Deque<Set<String>> answers = new ArrayDeque<>(List.of(Set.of(), new HashSet<>(SCHEMA), Set.of()));

        HeadCheck check =
                new HeadCheck(head -> head == Head.SCHEMA ? answers.poll() : Set.of(), Duration.ofSeconds(30));

        assertThat(check.await()).isTrue();
        assertThat(answers).hasSize(1);
    }

    @Test
    void saysWhatIsMissingWhenTheTimeIsOver() {
        HeadCheck check = new HeadCheck(head -> Set.of(), Duration.ofMillis(1));

        assertThatThrownBy(check::await)
                .isInstanceOf(OrchestratorException.class)
                .hasMessageContaining("Run the migrations: db upgrade heads")
                .hasMessageContaining("schema version 1 is missing in the database");
    }

    @Test
    void saysThatTheDatabaseCannotBeAsked() {
        HeadCheck check = new HeadCheck(
                head -> {
                    throw new IllegalStateException("Connection refused");
                },
                Duration.ofMillis(1));

        assertThat(check.missing()).containsExactly("the database can't be asked for its versions: Connection refused");
    }

    @Test
    void returnsWhenTheProgramStops() {
        HeadCheck check = new HeadCheck(head -> Set.of(), Duration.ofHours(1));
        check.stop();

        assertThat(check.await()).isFalse();
    }

    @Test
    void isNotMadeWhereNobodyIsToWait() {
        assertThat(new HeadCheck(head -> Set.of(), Duration.ZERO).missing()).isEmpty();
    }
}
