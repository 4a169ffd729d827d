package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.head.Head;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Both heads of one database, each compared with the code. */
record Heads(FlywayHead schema, FlywayHead data) {
    /** Tables that the first version of the schema makes. */
    private static final List<String> OURS = List.of("products", "resource_types", "subscriptions", "workflows");

    static Heads of(LoneConnection connection, MigrationSettings settings) {
        return new Heads(
                new FlywayHead(new HeadScripts(Head.SCHEMA, Optional.empty()), connection),
                new FlywayHead(new HeadScripts(Head.DATA, settings.dataFolder().map(Heads::existing)), connection));
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    MigrationSettings.DATA_FOLDER + " names no folder: " + folder.toAbsolutePath()
                            + "\n  Make it with: db init");
        }
        return folder;
    }

    /** The schema's first. */
    List<HeadStatus> status() {
        HeadStatus schema = this.schema.status();
        HeadStatus data = this.data.status();
        return List.of(schema, data.with(unknownDependencies(schema, data)));
    }

    /** As {@link #status}, but refuses with all reasons when code and database contradict one another. */
    List<HeadStatus> consistent() {
        List<HeadStatus> heads = status();
        for (HeadStatus head : heads) {
            if (!head.violations().isEmpty()) {
                throw new OrchestratorException(
                        ErrorCode.INCONSISTENT_DATA,
                        "The database's " + head.head() + " does not fit this code; nothing was changed",
                        head.violations());
            }
        }
        return heads;
    }

    /** Refuses the database of another program before anything of ours is put into it. */
    void refuseForeign(HeadStatus schema, LoneConnection connection) {
        if (schema.database().isPresent()) {
            return;
        }
        List<String> foreign = connection.tables(OURS);
        if (!foreign.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "The database has tables of another program: " + String.join(", ", foreign)
                            + ". Name an empty database, or one of an orchestrator; nothing was changed");
        }
    }

    private static List<Violation> unknownDependencies(HeadStatus schema, HeadStatus data) {
        return data.versions().stream()
                .flatMap(version -> version.dependsOn().stream()
                        .filter(needed -> !schema.knows(needed))
                        .flatMap(needed -> Stream.of(new Violation(
                                version.script(),
                                "depends on schema version %s, which this code does not have (its newest is %s); correct the number or deploy a newer orchestrator"
                                        .formatted(
                                                needed,
                                                schema.code()
                                                        .map(HeadVersion::version)
                                                        .orElse("none"))))))
                .toList();
    }
}
