package dev.orchestrator.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.generator.project.NewProject;
import dev.orchestrator.testkit.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in a project of their own: {@code new}, {@code generate}, {@code db} and {@code psql}. */
class OwnProjectCommandsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DESCRIPTION = """
            name: User Group
            type: UserGroup
            tag: GROUP
            description: A group of users
            product_blocks:
              - name: user_group
                type: UserGroupBlock
                tag: UGB
                description: A group of users
                fields:
                  - {name: group_name, type: string, min: 2}
            """;
    private static final String BLOCK = "domain/src/main/java/noc/products/product_blocks/UserGroupBlock.java";

    @TempDir
    Path folder;

    private Path project;
    private Path description;
    private Checkout launcher;

    @BeforeEach
    void makeProject() throws IOException {
        project = folder.resolve("noc");
        new NewProject(Path.of(".."), "1.2.3").create(project, Optional.empty());
        description = Files.writeString(folder.resolve("user-group.yaml"), DESCRIPTION);
        launcher = Checkout.ofOwnProject(project);
    }

    @AfterEach
    void endWhatRuns() throws IOException {
        launcher.close();
    }

    @Test
    void generatesAndTellsWhatItWrote() {
        Checkout.Answer answer = generate("product-blocks");

        assertThat(answer).isEqualTo(new Checkout.Answer(0, "Wrote\n  " + BLOCK + "\n"));
        assertThat(project.resolve(BLOCK)).exists();
        assertThat(generate("product-blocks").text()).isEqualTo("Nothing has changed\n");
    }

    @Test
    void showsWhatItWouldGenerateAndChangesNothing() {
        Checkout.Answer answer = generate("product", "--dry-run");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text())
                .contains("+++ domain/src/main/java/noc/products/product_types/UserGroup.java")
                .contains("+        products.put(\"User Group\", UserGroup.class);");
        assertThat(project.resolve("domain/src/main/java/noc/products/product_types/UserGroup.java"))
                .doesNotExist();
    }

    @Test
    void replacesWhatAPersonHasWrittenOnlyWhenForced() throws IOException {
        Files.writeString(project.resolve(BLOCK), "mine\n");

        Checkout.Answer refused = generate("product-blocks");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text()).contains("nothing was written", BLOCK, "--dry-run", "--force");
        assertThat(project.resolve(BLOCK)).hasContent("mine");
        assertThat(generate("product-blocks", "--force").exitCode()).isZero();
        assertThat(project.resolve(BLOCK)).content().startsWith("package noc.products.product_blocks;");
    }

    @Test
    void doesNotGenerateWhereNobodyCouldReviewIt() throws IOException {
        Files.move(project.resolve(".git"), folder.resolve("elsewhere"));

        Checkout.Answer refused = generate("product-blocks");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text()).contains("is no Git repository", "git init", "--force");
        assertThat(project.resolve(BLOCK)).doesNotExist();
    }

    @Test
    void namesTheLineOfAMistakeInTheDescription() throws IOException {
        Files.writeString(description, DESCRIPTION.replace("tag: UGB", "tga: UGB"));

        Checkout.Answer refused = generate("product-blocks");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text()).contains(description + ", line 8: Unknown key 'tga'");
        assertThat(project.resolve(BLOCK)).doesNotExist();
    }

    @Test
    void asksWhatToGenerateAndFromWhat() {
        assertThat(launcher.ask("generate").exitCode()).isEqualTo(2);
        assertThat(launcher.ask("generate", "product").text())
                .contains("Missing required option: '--config-file=FILE'");
    }

    private Checkout.Answer generate(String part, String... more) {
        String[] words = new String[3 + more.length];
        words[0] = "generate";
        words[1] = part;
        words[2] = "--config-file=" + description;
        System.arraycopy(more, 0, words, 3, more.length);
        return launcher.ask(words);
    }

    @Test
    void dbHandsOnItsArgumentsWithADatabaseThatEndsWithIt() throws IOException {
        launcher.withServices();

        try (ChildProcess db = launcher.launch(Map.of(), "db", "heads", "--help")) {
            assertThat(db.awaitExit(PATIENCE)).isZero();
            assertThat(db.output()).contains("migrations [db, heads, --help]", "upgrades: 1");
        }
        assertThat(server()).isEmpty();
    }

    @Test
    void theLastOfTheCommandsEndsTheDatabase() throws IOException {
        launcher.withServices();
        Path gate = folder.resolve("gate");
        Path programs = psqlThat("while [ ! -e " + gate + " ]; do sleep 0.1; done\n");

        try (ChildProcess psql = launcher.launch(Map.of("PATH", programs + ":" + System.getenv("PATH")), "psql")) {
            psql.awaitLine("psql is open", PATIENCE);
            try (ChildProcess db = launcher.launch(Map.of(), "db", "heads")) {
                assertThat(db.awaitExit(PATIENCE)).isZero();
            }
            assertThat(server()).isPresent();

            Files.createFile(gate);
            assertThat(psql.awaitExit(PATIENCE)).isZero();
        }
        assertThat(server()).isEmpty();
    }

    @Test
    void commandsThatBeginAtOnceWaitForOneAndTheSameDatabase() throws IOException {
        Map<String, String> path = Map.of("PATH", psqlThat("") + ":" + System.getenv("PATH"));

        try (ChildProcess first = launcher.launch(path, "psql");
                ChildProcess second = launcher.launch(path, "psql")) {
            assertThat(first.awaitExit(PATIENCE)).as("%s", first.output()).isZero();
            assertThat(second.awaitExit(PATIENCE)).as("%s", second.output()).isZero();
        }
        assertThat(server()).isEmpty();
    }

    private Optional<RunningPostgres> server() {
        return EmbeddedPostgres.in(launcher.workspace().postgres()).running();
    }

    private Path psqlThat(String script) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Files.writeString(programs.resolve("psql"), "#!/bin/sh\necho psql is open\n" + script);
        Files.setPosixFilePermissions(programs.resolve("psql"), PosixFilePermissions.fromString("rwxr-xr-x"));
        return programs;
    }

    @Test
    void dbSaysWhatIsWrongWithTheDatabaseThatIsNamed() throws IOException {
        launcher.withServices();

        try (ChildProcess db = launcher.launch(
                Map.of("ORCHESTRATOR_DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/nowhere"), "db", "heads")) {
            assertThat(db.awaitExit(PATIENCE)).isEqualTo(1);
            assertThat(String.join("\n", db.output()))
                    .contains("cannot be reached")
                    .doesNotContain("secret", "\tat ");
        }
    }

    @Test
    void questionsAboutLiveProcessesGoToTheProgramThatHasTheWorkflows() throws IOException {
        launcher.withServices();

        try (ChildProcess check = launcher.launch(Map.of(), "processes", "check", "--json")) {
            assertThat(check.awaitExit(PATIENCE)).isZero();
            assertThat(check.output()).contains("migrations [processes, check, --json]");
        }
    }

    @Test
    void dbGivesTheExitCodeOfTheMigrations() throws IOException {
        launcher.withServices();

        try (ChildProcess db = launcher.launch(Map.of("STAND_IN_FAILS", "migrations"), "db", "status")) {
            assertThat(db.awaitExit(PATIENCE)).isEqualTo(3);
        }
    }

    @Test
    void dbSaysThatNothingIsBuilt() {
        Checkout.Answer answer = launcher.ask("db", "heads");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("Not built yet in " + project + ": migrations. Build with");
    }

    @Test
    void psqlGetsTheDatabaseAndWhatElseWasSaid() throws IOException {
        Path programs = psqlThat("echo \"$PGPASSWORD\" | wc -c\necho \"$@\"\n");

        try (ChildProcess psql = launcher.launch(
                Map.of("PATH", programs + ":" + System.getenv("PATH")), "psql", "-c", "TABLE products")) {
            assertThat(psql.awaitExit(PATIENCE)).isZero();
            assertThat(psql.output().get(1).strip()).isEqualTo("33");
            assertThat(psql.output().getLast())
                    .matches("postgresql://orchestrator@127\\.0\\.0\\.1:\\d+/orchestrator-core -c TABLE products");
        }
    }

    @Test
    void psqlSaysWhatToDoWithoutIt() {
        assertThat(launcher.ask("psql"))
                .isEqualTo(new Checkout.Answer(
                        1,
                        "psql is not installed. Any client of PostgreSQL will do; while the orchestrator is up,"
                                + " ./orchestrator database prints what to connect to.\n"));
    }

    @Test
    void newIsForCheckoutsOnly() throws IOException {
        assertThat(launcher.ask("new", "another").exitCode()).isEqualTo(2);

        try (Checkout checkout = new Checkout(folder.resolve("checkout"))) {
            Checkout.Answer answer =
                    checkout.ask("new", folder.resolve("another").toString());

            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.text()).contains("which every project needs; run this from a whole checkout.");
        }
        assertThat(folder.resolve("another")).doesNotExist();
    }

    @Test
    void newMakesAProjectAndSaysHowToGoOn() throws IOException {
        try (Checkout checkout = new Checkout(folder.resolve("checkout"))) {
            for (String file : new String[] {
                "mvnw", ".mvn/build.sh", ".mvn/find-java.sh", ".mvn/jvm.config", ".mvn/wrapper/maven-wrapper.properties"
            }) {
                Path copy = checkout.workspace().root().resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(Path.of("..", file), copy);
            }

            Checkout.Answer answer =
                    checkout.ask("new", folder.resolve("another").toString(), "--package", "net.example");

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.text()).contains("Made another", "./orchestrator up", "./mvnw verify");
        }
        assertThat(folder.resolve("another/domain/src/main/java/net/example/workflows"))
                .exists();
    }
}
