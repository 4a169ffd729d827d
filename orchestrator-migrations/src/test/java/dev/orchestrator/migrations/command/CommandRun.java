package dev.orchestrator.migrations.command;

import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine;

/** What one command printed, and how it exited. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command line with these settings and no others, of an application that has nothing of its own. */
    static CommandRun with(Map<String, String> settings, String... arguments) {
        return over(List.of(), settings, new WorkflowRegistry(List.of()), arguments);
    }

    /** Runs a command line of an application with these workflows, over live processes of these shapes. */
    static CommandRun over(
            List<ProcessShape> shapes, Map<String, String> settings, WorkflowRegistry workflows, String... arguments) {
        return run(
                new Surroundings(
                        config(settings),
                        CommandRun::noApplication,
                        () -> workflows,
                        () -> new RecordedShapes(shapes),
                        () -> new LiveRecords(workflows).migrations(),
                        new BufferedReader(new StringReader(""))),
                arguments);
    }

    /** Runs a command line of an application with state migrations, over these live processes. */
    static CommandRun migrating(LiveRecords live, String... arguments) {
        return run(
                new Surroundings(
                        config(Map.of()),
                        CommandRun::noApplication,
                        live::workflows,
                        () -> new RecordedShapes(List.of()),
                        live::migrations,
                        new BufferedReader(new StringReader(""))),
                arguments);
    }

    /** Runs a command line of an application, where a person types the input. */
    static CommandRun with(
            Map<String, String> settings,
            Supplier<Surroundings.Application> application,
            String input,
            String... arguments) {
        return run(
                new Surroundings(
                        config(settings),
                        application,
                        () -> application.get().workflows(),
                        () -> new RecordedShapes(List.of()),
                        () -> new LiveRecords(application.get().workflows()).migrations(),
                        new BufferedReader(new StringReader(input))),
                arguments);
    }

    private static Surroundings.Application noApplication() {
        throw new AssertionError("This command is not to need products");
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    private static CommandRun run(Surroundings surroundings, String... arguments) {
        CommandLine line = MigrationsApplication.commandLine(surroundings);
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
        return with(settings(database, dataFolder), arguments);
    }

    static Map<String, String> settings(TestDatabase database, Path dataFolder) {
        Map<String, String> settings = new HashMap<>(database.quarkusSettings());
        settings.put("orchestrator.migrations.data-folder", dataFolder.toString());
        return settings;
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
