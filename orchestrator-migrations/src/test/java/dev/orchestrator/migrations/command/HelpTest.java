package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelpTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/help.txt");

    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("db", "--help"),
            List.of("db", "init", "--help"),
            List.of("db", "revision", "--help"),
            List.of("db", "upgrade", "--help"),
            List.of("db", "downgrade", "--help"),
            List.of("db", "heads", "--help"),
            List.of("db", "history", "--help"),
            List.of("db", "status", "--help"),
            List.of("db", "check", "--help"),
            List.of("db", "migrate-domain-models", "--help"),
            List.of("db", "migrate-workflows", "--help"),
            List.of("db", "migrate-tasks", "--help"),
            List.of("processes", "--help"),
            List.of("processes", "check", "--help"),
            List.of("processes", "export", "--help"),
            List.of("processes", "migrate", "--help"));

    /** A difference is a change of what scripts and people rely on: if it is meant, put it into the golden file. */
    @Test
    void isWhatTheGoldenFileSays() throws IOException {
        String help = COMMANDS.stream()
                .map(command -> "$ " + String.join(" ", command) + "\n"
                        + CommandRun.with(Map.of(), command.toArray(String[]::new))
                                .out())
                .collect(Collectors.joining("\n"));

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, help);
        }
        assertThat(help).isEqualTo(golden());
    }

    @Test
    void tellsTheVersionOfTheApplication() {
        CommandRun run = CommandRun.with(Map.of("quarkus.application.version", "1.2.3"), "db", "--version");

        assertThat(run.outLines()).containsExactly("1.2.3");
    }

    private static String golden() throws IOException {
        return Files.readString(GOLDEN);
    }
}
