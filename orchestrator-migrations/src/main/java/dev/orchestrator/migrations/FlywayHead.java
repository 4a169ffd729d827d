package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.info.MigrationInfoImpl;

/** One head's scripts and history in one database, by way of Flyway. */
final class FlywayHead {
    private static final MigrationVersion BEFORE_THE_FIRST = MigrationVersion.fromVersion("0");

    private final HeadScripts scripts;
    private final LoneConnection connection;

    FlywayHead(HeadScripts scripts, LoneConnection connection) {
        this.scripts = scripts;
        this.connection = connection;
    }

    HeadScripts scripts() {
        return scripts;
    }

    FluentConfiguration configuration() {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(connection.asDataSource())
                .table(scripts.head().historyTable())
                .locations(scripts.location())
                // The two heads share a schema, in which an operator may keep tables of his own too.
                .baselineOnMigrate(true)
                .baselineVersion(BEFORE_THE_FIRST)
                // Scripts are plain SQL: a ${…} in a product's description stays as it is.
                .placeholderReplacement(false)
                // Compared by status(), which says what to do about it.
                .validateOnMigrate(false);
    }

    HeadStatus status() {
        try {
            List<MigrationInfo> all = Arrays.stream(
                            configuration().load().info().all())
                    .filter(script -> script.isVersioned() && script.getState() != MigrationState.BASELINE)
                    .toList();
            return new HeadStatus(
                    scripts.head(),
                    all.stream().map(this::version).toList(),
                    all.stream().flatMap(FlywayHead::contradiction).toList());
        } catch (FlywayException failure) {
            throw failed(failure);
        }
    }

    private HeadVersion version(MigrationInfo script) {
        String name = script.getScript().replaceFirst("\\.sql$", "");
        HeadVersion version = new HeadVersion(
                script.getVersion().getVersion(),
                name,
                script.getDescription(),
                Optional.ofNullable(script.getInstalledOn()).map(java.util.Date::toInstant),
                script.getState().isResolved(),
                Optional.empty());
        return new HeadVersion(
                version.version(),
                name,
                version.description(),
                version.appliedAt(),
                version.known(),
                scripts.dependency(version));
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
        if (script instanceof MigrationInfoImpl both
                && !both.getResolvedMigration().getScript().equals(script.getScript())) {
            return Stream.of(new Violation(
                    script.getScript(),
                    "was applied to the database, where this code has %s under the same number; give that a higher number, or name the database that it is for"
                            .formatted(both.getResolvedMigration().getScript())));
        }
        return Stream.of(new Violation(
                script.getScript(),
                "was changed after it was applied (checksum %d in the database, %d in this code); undo the change and write a new script"
                        .formatted(script.getAppliedChecksum(), script.getResolvedChecksum())));
    }

    /** Runs the pending versions up to the last of them; the caller holds the lock and has seen that nothing contradicts. */
    void upgrade(HeadStatus before, List<HeadVersion> pending, Consumer<String> progress) {
        if (pending.isEmpty()) {
            progress.accept(before.upToDate());
            return;
        }
        String last = pending.getLast().version();
        try {
            for (MigrateOutput script : configuration().target(last).load().migrate().migrations) {
                progress.accept(
                        scripts.head() + ": applied " + Path.of(script.filepath).getFileName());
            }
        } catch (FlywayException failure) {
            throw failed(failure);
        }
        progress.accept(scripts.head() + ": now at version " + last);
    }

    private OrchestratorException failed(FlywayException failure) {
        if (failure.getErrorCode() == CoreErrorCode.DUPLICATE_VERSIONED_MIGRATION) {
            return new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "Two scripts of " + scripts.head() + " have the same number; give one of them another number. "
                            + failure.getMessage(),
                    failure);
        }
        return failure instanceof FlywayMigrateException broken
                ? BrokenScript.describe(scripts.head(), broken)
                : DatabaseFailure.in(failure)
                        .map(DatabaseFailure::describe)
                        .orElseGet(() -> new OrchestratorException(
                                ErrorCode.INCONSISTENT_DATA,
                                "The scripts of " + scripts.head() + " cannot be read: " + failure.getMessage(),
                                failure));
    }
}
