package dev.orchestrator.migrations.command;

import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.subscription.ProductRegistry;
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
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine;

/** What one command printed, and how it exited. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command line with these settings and no others, of an application without products and workflows. */
    static CommandRun with(Map<String, String> settings, String... arguments) {
        return with(settings, new ProductRegistry(List.of()), new WorkflowRegistry(List.of()), "", arguments);
    }

    /** Runs a command line of an application with these workflows, over live processes of these shapes. */
    static CommandRun over(
            List<ProcessShape> shapes, Map<String, String> settings, WorkflowRegistry workflows, String... arguments) {
        return run(
                new Surroundings(
                        config(settings),
                        () -> new ProductRegistry(List.of()),
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
                        () -> new ProductRegistry(List.of()),
                        live::workflows,
                        () -> new RecordedShapes(List.of()),
                        live::migrations,
                        new BufferedReader(new StringReader(""))),
                arguments);
    }

    /** Runs a command line of an application with these products and workflows, where a person types the input. */
    static CommandRun with(
            Map<String, String> settings,
            ProductRegistry products,
            WorkflowRegistry workflows,
            String input,
            String... arguments) {
        return run(
                new Surroundings(
                        config(settings),
                        () -> products,
                        () -> workflows,
                        () -> new RecordedShapes(List.of()),
                        () -> new LiveRecords(workflows).migrations(),
                        new BufferedReader(new StringReader(input))),
                arguments);
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
