package dev.orchestrator.migrations.command;

import dev.orchestrator.testkit.TestDatabase;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What one command printed, and how it exited. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command line with these settings and no others. */
    static CommandRun with(Map<String, String> settings, String... arguments) {
        CommandLine line = MigrationsApplication.commandLine(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    static CommandRun on(TestDatabase database, String... arguments) {
        return with(database.quarkusSettings(), arguments);
    }

    static CommandRun on(TestDatabase database, Path dataFolder, String... arguments) {
        Map<String, String> settings = new HashMap<>(database.quarkusSettings());
        settings.put("orchestrator.migrations.data-folder", dataFolder.toString());
        return with(settings, arguments);
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
