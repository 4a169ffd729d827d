package dev.orchestrator.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.launcher.program.LocalPort;
import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String READY = "Ctrl-C ends everything";

    @TempDir
    Path root;

    private final String port = Integer.toString(LocalPort.free());
    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(root).withServices();
    }

    @AfterEach
    void endWhatRuns() throws IOException {
        checkout.close();
    }

    @Test
    void startsEverythingAndSaysWhereItIs() {
        try (ChildProcess launcher = up("--workers", "2")) {
            launcher.awaitLine(READY, PATIENCE);

            assertThat(String.join("\n", launcher.output()))
                    .contains("migrations | migrations [db, upgrade, heads]")
                    .contains("http://127.0.0.1:" + port + "/q/swagger-ui")
                    .contains("http://127.0.0.1:" + port + "/q/graphql-ui")
                    .contains("curl -s http://127.0.0.1:" + port + "/api/products/")
                    .contains("api        | pid ")
                    .contains("worker-2   | pid ");
            assertThat(checkout.ask("status").exitCode()).isZero();
            assertThat(checkout.ask("status").text())
                    .contains("api        ready")
                    .contains("worker-1   ready")
                    .contains("worker-2   ready")
                    .contains("postgres   running");
            assertThat(checkout.ask("database").text())
                    .contains("psql postgresql://orchestrator:")
                    .contains("/orchestrator-core");
        }
    }

    @Test
    void endsEverythingInOrderWhenAskedTo() throws IOException {
        try (ChildProcess launcher = up()) {
            launcher.awaitLine(READY, PATIENCE);

            launcher.terminate();
            launcher.awaitExit(PATIENCE);

            assertThat(Files.readAllLines(root.resolve("ends.txt"))).containsExactly("api", "worker");
            assertThat(EmbeddedPostgres.in(checkout.workspace().postgres()).running())
                    .isEmpty();
            assertThat(launcher.output()).last().isEqualTo("Stopped");
            assertThat(checkout.ask("status").exitCode()).isEqualTo(1);
        }
    }

    @Test
    void endsEverythingOnCtrlC() throws IOException {
        try (ChildProcess launcher = up()) {
            launcher.awaitLine(READY, PATIENCE);

            launcher.interrupt();
            launcher.awaitExit(PATIENCE);

            assertThat(Files.readAllLines(root.resolve("ends.txt"))).containsExactly("api", "worker");
        }
    }

    @Test
    void keepsTheDataOverARestart() {
        try (ChildProcess first = up()) {
            first.awaitLine("upgrades: 1", PATIENCE);
            first.awaitLine(READY, PATIENCE);
            assertThat(checkout.ask("down")).isEqualTo(new Checkout.Answer(0, "Stopped\n"));
            first.awaitExit(PATIENCE);
        }

        try (ChildProcess second = up()) {
            assertThat(second.awaitLine("upgrades:", PATIENCE)).endsWith("upgrades: 2");
            second.awaitLine(READY, PATIENCE);
        }
    }

    @Test
    void startsAnewAfterItWasKilled() {
        long worker;
        try (ChildProcess killed = up()) {
            killed.awaitLine(READY, PATIENCE);
            worker = Long.parseLong(killed.awaitLine("of worker", PATIENCE).replaceAll(".*pid (\\d+) .*", "$1"));
            killed.kill();
            killed.awaitExit(PATIENCE);
            assertThat(isAlive(worker)).isTrue();

            try (ChildProcess second = up()) {
                second.awaitLine("Ended the api that a killed launcher had left", PATIENCE);
                second.awaitLine(READY, PATIENCE);
                assertThat(isAlive(worker)).isFalse();
            }
        }
    }

    @Test
    void isTakenDownAfterItWasKilled() {
        try (ChildProcess killed = up()) {
            killed.awaitLine(READY, PATIENCE);
            killed.kill();
            killed.awaitExit(PATIENCE);

            Checkout.Answer answer = checkout.ask("down");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.text())
                    .contains("Ended the api")
                    .contains("Ended the worker-1")
                    .contains("Stopped what a killed launcher had left");
            assertThat(EmbeddedPostgres.in(checkout.workspace().postgres()).running())
                    .isEmpty();
        }
    }

    @Test
    void startsAWorkerAgainThatDied() {
        try (ChildProcess launcher = up()) {
            launcher.awaitLine(READY, PATIENCE);
            String first = launcher.awaitLine("of worker", PATIENCE);

            ProcessHandle.of(Long.parseLong(first.replaceAll(".*pid (\\d+) .*", "$1")))
                    .orElseThrow()
                    .destroyForcibly();

            launcher.awaitLine("The worker-1 ended (exit code 137); starting it again", PATIENCE);
            launcher.awaitLine("another worker", line -> line.contains("of worker") && !line.equals(first), PATIENCE);
        }
    }

    @Test
    void refusesToBeUpTwice() {
        try (ChildProcess first = up()) {
            first.awaitLine(READY, PATIENCE);

            try (ChildProcess second = up()) {
                assertThat(second.awaitExit(PATIENCE)).isEqualTo(1);
                assertThat(second.output())
                        .containsExactly("An orchestrator is already up here (process " + first.pid()
                                + "). See it with ./orchestrator status, end it with ./orchestrator down.");
            }
            assertThat(checkout.ask("status").exitCode()).isZero();
            assertThat(checkout.ask("reset", "--yes"))
                    .isEqualTo(new Checkout.Answer(
                            1, "The orchestrator is up and uses the database. End it first: ./orchestrator down\n"));
        }
    }

    @Test
    void usesTheDatabaseThatItIsGiven() {
        try (TestDatabase database = TestDatabase.create()) {
            String url = database.reactiveUrl().replace("//", "//" + database.user() + ":" + database.password() + "@");
            try (ChildProcess launcher = up("--database-url", url)) {
                launcher.awaitLine(READY, PATIENCE);

                assertThat(database.query("SELECT count(*) FROM upgrades")).containsExactly(List.of("1"));
                assertThat(checkout.ask("database").text())
                        .contains("psql postgresql://" + database.user() + "@127.0.0.1")
                        .doesNotContain(database.password());
                assertThat(String.join("\n", launcher.output())).doesNotContain(database.password());
            }
        }
    }

    @Test
    void failsWhenItsDatabaseCannotBeReached() {
        fails(
                "The database postgresql://me@127.0.0.1:1/core cannot be reached",
                "--database-url",
                "postgresql://me:secret@127.0.0.1:1/core");
    }

    @Test
    void failsWhenItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fails(
                    "Port " + taken.getLocalPort() + " is taken by another program",
                    "--port",
                    Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void failsWhenTheMigrationsFail() {
        failsIn("migrations", "The migrations failed (exit code 3). The last lines of ");
    }

    @Test
    void failsWhenTheApiEndsInsteadOfBecomingReady() {
        failsIn("api", "The api ended instead of becoming ready (exit code 3). The last lines of ");
    }

    @Test
    void failsWhenTheDataIsOfAnotherVersion() throws IOException {
        Path data = Files.createDirectories(checkout.workspace().postgres().resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "12\n");

        fails("was written by PostgreSQL 12");
    }

    @Test
    void failsWhenItsFolderCannotBeWritten() throws IOException {
        Files.writeString(checkout.workspace().logs(), "a file in the way");

        fails("The folder " + checkout.workspace().folder() + " cannot be written");
    }

    @Test
    void failsWhenTheProjectIsNotBuilt() throws IOException {
        Files.delete(root.resolve("examples/beginner/worker/target/quarkus-app/quarkus-run.jar"));

        fails("Not built yet in " + root.resolve("examples/beginner")
                + ": worker. Build with ./mvnw -DskipTests package");
    }

    @Test
    void failsWhenThereIsNoSuchProject() {
        fails("There is no project folder " + root.resolve("examples/nowhere"), "--project", "examples/nowhere");
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThat(checkout.ask("up", "--port", "70000").exitCode()).isEqualTo(2);
        assertThat(checkout.ask("up", "--workers", "-1").text()).contains("--workers is a number from 0 to 64, not -1");
    }

    private ChildProcess up(String... options) {
        return up(Map.of(), options);
    }

    private ChildProcess up(Map<String, String> environment, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "up";
        arguments[1] = "--port";
        arguments[2] = port;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return checkout.launch(environment, arguments);
    }

    private void failsIn(String service, String message) {
        try (ChildProcess launcher = up(Map.of("STAND_IN_FAILS", service))) {
            assertThat(launcher.awaitExit(PATIENCE)).isEqualTo(1);
            launcher.awaitLine(message, PATIENCE);
            assertThat(launcher.output()).last().isEqualTo("as it was told to fail");
            assertThat(EmbeddedPostgres.in(checkout.workspace().postgres()).running())
                    .isEmpty();
        }
    }

    private void fails(String message, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "up";
        System.arraycopy(options, 0, arguments, 1, options.length);
        try (ChildProcess launcher = checkout.launch(Map.of(), arguments)) {
            assertThat(launcher.awaitExit(PATIENCE)).isEqualTo(1);
            launcher.awaitLine(message, PATIENCE);
            assertThat(launcher.output()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().isPresent())
                .isPresent();
    }
}
