package dev.orchestrator.migrations;

import static org.flywaydb.core.api.MigrationState.BASELINE;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** One head's scripts and history in one database, by way of Flyway. */
final class HeadVersions {
    private static final MigrationVersion BEFORE_THE_FIRST = MigrationVersion.fromVersion("0");

    private final Head head;
    private final Flyway flyway;

    HeadVersions(Head head, LoneConnection connection, Optional<Path> folder) {
        this.head = head;
        this.flyway = Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(connection.asDataSource())
                .table(head.historyTable())
                .locations(Stream.concat(
                                Stream.of("classpath:" + head.folder()),
                                folder.map(path -> "filesystem:" + path).stream())
                        .toArray(String[]::new))
                // The two heads share a schema, in which an operator may keep tables of his own too.
                .baselineOnMigrate(true)
                .baselineVersion(BEFORE_THE_FIRST)
                // Scripts are plain SQL: a ${…} in a product's description stays as it is.
                .placeholderReplacement(false)
                // Compared by status(), which says what to do about it.
                .validateOnMigrate(false)
                .load();
    }

    HeadStatus status() {
        try {
            MigrationInfoService scripts = flyway.info();
            MigrationInfo[] all = scripts.all();
            return new HeadStatus(
                    head,
                    Optional.ofNullable(scripts.current())
                            .filter(current -> current.getState() != BASELINE)
                            .map(current -> current.getVersion().getVersion()),
                    Arrays.stream(all)
                            .filter(script -> script.getState().isResolved())
                            .map(MigrationInfo::getVersion)
                            .filter(Objects::nonNull)
                            .max(MigrationVersion::compareTo)
                            .map(MigrationVersion::getVersion),
                    Arrays.stream(scripts.pending())
                            .map(MigrationInfo::getScript)
                            .toList(),
                    Arrays.stream(all).flatMap(HeadVersions::contradiction).toList());
        } catch (FlywayException failure) {
            throw failed(failure);
        }
    }

    private static Stream<Violation> contradiction(MigrationInfo script) {
        return switch (script.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED ->
                Stream.of(new Violation(
                        script.getScript(),
                        "the database is newer than this code; deploy the code that brought this script"));
            case MISSING_SUCCESS, MISSING_FAILED ->
                Stream.of(new Violation(
                        script.getScript(), "was applied to the database and is missing in this code; bring it back"));
            case IGNORED ->
                Stream.of(new Violation(
                        script.getScript(),
                        "comes before a version that is applied already; give it a higher version"));
            case FAILED ->
                Stream.of(new Violation(script.getScript(), "failed half-way in an earlier upgrade; repair by hand"));
            default -> changed(script);
        };
    }

    private static Stream<Violation> changed(MigrationInfo script) {
        if (!script.isApplied() || script.isChecksumMatching()) {
            return Stream.empty();
        }
        return Stream.of(new Violation(
                script.getScript(),
                "was changed after it was applied (checksum %d in the database, %d in this code); undo the change and write a new script"
                        .formatted(script.getAppliedChecksum(), script.getResolvedChecksum())));
    }

    /** Runs what is pending; the caller holds the lock and has seen in {@code before} that nothing contradicts. */
    void upgrade(HeadStatus before, Consumer<String> progress) {
        if (before.pending().isEmpty()) {
            progress.accept(head + ": up to date"
                    + before.database().map(" at version "::concat).orElse(", no scripts"));
            return;
        }
        try {
            for (MigrateOutput script : flyway.migrate().migrations) {
                progress.accept(head + ": applied " + Path.of(script.filepath).getFileName());
            }
        } catch (FlywayException failure) {
            throw failed(failure);
        }
        progress.accept(head + ": now at version " + status().database().orElseThrow());
    }

    private OrchestratorException failed(FlywayException failure) {
        return failure instanceof FlywayMigrateException broken
                ? BrokenScript.describe(head, broken)
                : DatabaseFailure.in(failure)
                        .map(DatabaseFailure::describe)
                        .orElseGet(() -> new OrchestratorException(
                                ErrorCode.INCONSISTENT_DATA,
                                "The scripts of " + head + " cannot be read: " + failure.getMessage(),
                                failure));
    }
}
