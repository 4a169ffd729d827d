package dev.orchestrator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void givesTheProgramATty() {
        try (Terminal terminal = Terminal.run("test -t 0 && test -t 1 && pwd", folder, Map.of())) {
            assertThat(terminal.awaitExit(PATIENCE)).isZero();
            terminal.await(folder.toString(), PATIENCE);
        }
    }

    @Test
    void answersQuestionsThatStandOnALineOfTheirOwn() {
        String asking = "printf 'Name? '; read name; printf 'Age? '; read age; echo \"$name is $age $UNIT\"; exit 3";
        try (Terminal terminal = Terminal.run(asking, folder, Map.of("UNIT", "years"))) {
            terminal.answer("Name? ", "ada", PATIENCE);
            terminal.answer("Age? ", "36", PATIENCE);

            assertThat(terminal.awaitExit(PATIENCE)).isEqualTo(3);
            terminal.await("ada is 36 years", PATIENCE);
            assertThat(terminal.screen()).contains("Name? ada\n");
        }
    }

    @Test
    void interruptsTheProgramAsPeopleDo() {
        try (Terminal terminal = Terminal.run("trap 'exit 7' INT; echo waiting; read line", folder, Map.of())) {
            terminal.await("waiting", PATIENCE);

            terminal.pressCtrlC();

            assertThat(terminal.awaitExit(PATIENCE)).isEqualTo(7);
        }
    }

    @Test
    void showsTheScreenWhenWhatIsAwaitedDoesNotCome() {
        try (Terminal terminal = Terminal.run("echo something else", folder, Map.of())) {
            assertThatThrownBy(() -> terminal.await("this", PATIENCE))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Expected 'this' before the end")
                    .hasMessageContaining("something else");
        }
    }
}
