package dev.orchestrator.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelpTest {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("db", "--help"),
            List.of("db", "upgrade", "--help"),
            List.of("db", "heads", "--help"),
            List.of("db", "status", "--help"));

    /** A difference is a change of what scripts and people rely on: if it is meant, put it into the golden file. */
    @Test
    void isWhatTheGoldenFileSays() throws IOException {
        String help = COMMANDS.stream()
                .map(command -> "$ " + String.join(" ", command) + "\n"
                        + CommandRun.with(Map.of(), command.toArray(String[]::new))
                                .out())
                .collect(Collectors.joining("\n"));

        assertThat(help).isEqualTo(golden());
    }

    @Test
    void tellsTheVersionOfTheApplication() {
        CommandRun run = CommandRun.with(Map.of("quarkus.application.version", "1.2.3"), "db", "--version");

        assertThat(run.outLines()).containsExactly("1.2.3");
    }

    private static String golden() throws IOException {
        try (var file = HelpTest.class.getResourceAsStream("/golden/help.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
