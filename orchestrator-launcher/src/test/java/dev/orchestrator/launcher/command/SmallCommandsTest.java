package dev.orchestrator.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.testkit.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallCommandsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path root;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(root);
    }

    @AfterEach
    void endWhatRuns() throws IOException {
        checkout.close();
    }

    @Test
    void statusSaysThatNothingIsUp() {
        assertThat(checkout.ask("status"))
                .isEqualTo(new Checkout.Answer(1, "launcher   not up\npostgres   not running here\n"));
    }

    @Test
    void downFindsNothingToEnd() {
        assertThat(checkout.ask("down")).isEqualTo(new Checkout.Answer(0, "Nothing was running\n"));
    }

    @Test
    void databaseNeedsAnOrchestratorThatIsUp() {
        assertThat(checkout.ask("database"))
                .isEqualTo(new Checkout.Answer(1, "No orchestrator is up here. Start it with ./orchestrator up\n"));
    }

    @Test
    void resetDeletesTheDatabaseOnceItIsConfirmed() {
        RunningPostgres server =
                EmbeddedPostgres.in(checkout.workspace().postgres()).start();

        Checkout.Answer refused = checkout.answer("no\n", "reset");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text()).endsWith("Nothing was deleted\n");
        assertThat(server.isRunning()).isTrue();

        assertThat(checkout.answer("yes\n", "reset").exitCode()).isZero();
        assertThat(server.isRunning()).isFalse();
        assertThat(checkout.workspace().postgres().resolve("data")).doesNotExist();
    }

    @Test
    void resetDoesNotAskWhenToldYes() {
        EmbeddedPostgres.in(checkout.workspace().postgres()).start().stop();

        assertThat(checkout.ask("reset", "--yes"))
                .isEqualTo(new Checkout.Answer(0, "Deleted the database in .orchestrator/postgres\n"));
        assertThat(checkout.ask("reset", "--yes"))
                .isEqualTo(new Checkout.Answer(0, "There is no database to delete\n"));
    }

    @Test
    void resetNamesTheOptionWhenNobodyAnswers() {
        EmbeddedPostgres.in(checkout.workspace().postgres()).start().stop();

        Checkout.Answer answer = checkout.answer("", "reset");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("./orchestrator reset --yes");
    }

    @Test
    void logsShowsTheLastLinesBehindTheServicesName() throws IOException {
        log("api", "one\ntwo\n");
        log("worker-1", "three\n");

        assertThat(checkout.ask("logs", "--lines", "1"))
                .isEqualTo(new Checkout.Answer(0, "api        | two\nworker-1   | three\n"));
        assertThat(checkout.ask("logs", "worker-1").text()).isEqualTo("worker-1   | three\n");
    }

    @Test
    void logsFollowsWhatIsAdded() throws IOException {
        log("api", "one\n");
        try (ChildProcess logs = checkout.launch(Map.of(), "logs", "--follow")) {
            logs.awaitLine("api        | one", PATIENCE);

            log("api", "two\n");

            assertThat(logs.awaitLine("two", PATIENCE)).isEqualTo("api        | two");
        }
    }

    @Test
    void logsSaysWhichThereAre() throws IOException {
        assertThat(checkout.ask("logs").text()).isEqualTo("There are no logs yet. Start with ./orchestrator up\n");

        log("api", "one\n");

        assertThat(checkout.ask("logs", "worker-9"))
                .isEqualTo(new Checkout.Answer(1, "There is no log of worker-9; there are those of api.\n"));
    }

    @Test
    void benchmarkSaysThatItIsNotBuilt() {
        Checkout.Answer answer = checkout.ask("benchmark");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("The benchmarks are not built. Build them with ./mvnw -DskipTests package");
    }

    @Test
    void benchmarkHandsOnItsArgumentsItsCheckoutAndTheExitCode() throws IOException {
        Checkout.jar(
                root.resolve("orchestrator-benchmarks/program/target/orchestrator-benchmarks.jar"),
                StandInBenchmarks.class);

        try (ChildProcess launcher = checkout.launch(Map.of(), "benchmark", "throughput", "--help", "-n", "5")) {
            assertThat(launcher.awaitExit(PATIENCE)).isEqualTo(4);
            assertThat(launcher.output())
                    .contains("[throughput, --help, -n, 5] in "
                            + checkout.workspace().root());
        }
    }

    @Test
    void endsTheBenchmarksWhenItIsEndedAndWaitsUntilTheyHaveCleanedUp() throws IOException {
        Checkout.jar(
                root.resolve("orchestrator-benchmarks/program/target/orchestrator-benchmarks.jar"),
                StandInBenchmarks.class);

        try (ChildProcess launcher = checkout.launch(Map.of(), "benchmark", "wait")) {
            launcher.awaitLine("waiting", PATIENCE);
            launcher.terminate();
            launcher.awaitExit(PATIENCE);
            assertThat(launcher.output()).contains("cleaned up");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "status",
                "down",
                "reset",
                "logs",
                "database",
                "new",
                "generate",
                "generate product",
                "processes",
                "processes list",
                "processes show",
                "processes go-back",
                "processes edit-state",
                "engine"
            })
    void helpReadsAsReviewed(String command) throws IOException {
        List<String> words = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command.split(" ", -1)));
        words.add("--help");

        Checkout.Answer help = checkout.ask(words.toArray(String[]::new));

        String file = "/help/" + (command.isEmpty() ? "orchestrator" : command.replace(' ', '-')) + ".txt";
        try (var reviewed = SmallCommandsTest.class.getResourceAsStream(file)) {
            assertThat(help.text()).isEqualTo(new String(reviewed.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void anUnknownCommandIsAMistakeInUsage() {
        assertThat(checkout.ask("nonsense").exitCode()).isEqualTo(2);
        assertThat(checkout.ask().exitCode()).isEqualTo(2);
    }

    private void log(String service, String text) throws IOException {
        Files.createDirectories(checkout.workspace().logs());
        Files.writeString(
                checkout.workspace().log(service), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
