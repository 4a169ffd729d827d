package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Which database to upgrade, as whom, and with which data versions.
 *
 * @param dataFolder the folder with the data versions; without one they are those on the class path
 */
public record MigrationSettings(
        String jdbcUrl, Optional<String> user, Optional<String> password, Optional<Path> dataFolder) {
    static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    static final String REACTIVE_URL = "quarkus.datasource.reactive.url";

    /** Stands for none: with no address at all, a program that has workflows would end before it could say so. */
    static final String NO_DATABASE = "postgresql://none.invalid/none";

    static final String DATA_FOLDER = "orchestrator.migrations.data-folder";

    /** Reads the settings that api and worker are given too; the URL may be of the JDBC or of the reactive form. */
    public static MigrationSettings from(Config config) {
        Optional<String> user = config.getOptionalValue("quarkus.datasource.username", String.class);
        Optional<String> password = config.getOptionalValue("quarkus.datasource.password", String.class);
        Optional<Path> folder = dataFolder(config);
        Optional<String> jdbcUrl = config.getOptionalValue(JDBC_URL, String.class);
        if (jdbcUrl.isPresent()) {
            return new MigrationSettings(jdbcUrl.get(), user, password, folder);
        }
        URI reactive = config.getOptionalValue(REACTIVE_URL, String.class)
                .filter(url -> !url.equals(NO_DATABASE))
                .map(MigrationSettings::reactiveAddress)
                .orElseThrow(MigrationSettings::noDatabaseNamed);
        return new MigrationSettings(
                jdbcUrl(reactive),
                user.or(() -> credential(reactive, 0)),
                password.or(() -> credential(reactive, 1)),
                folder);
    }

    /** The folder of the data versions, which is known even where no database is. */
    public static Optional<Path> dataFolder(Config config) {
        return config.getOptionalValue(DATA_FOLDER, String.class).map(Path::of);
    }

    private static URI reactiveAddress(String url) {
        try {
            return URI.create(url.replaceFirst("^vertx-reactive:", ""));
        } catch (IllegalArgumentException malformed) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    REACTIVE_URL + " is no URL: expected postgresql://host:port/database",
                    malformed);
        }
    }

    private static String jdbcUrl(URI reactive) {
        String port = reactive.getPort() < 0 ? "" : ":" + reactive.getPort();
        String query = reactive.getRawQuery() == null ? "" : "?" + reactive.getRawQuery();
        return "jdbc:postgresql://" + reactive.getHost() + port + reactive.getRawPath() + query;
    }

    private static Optional<String> credential(URI reactive, int place) {
        return Optional.ofNullable(reactive.getUserInfo())
                .map(both -> both.split(":", 2))
                .filter(both -> both.length > place)
                .map(both -> both[place]);
    }

    private static OrchestratorException noDatabaseNamed() {
        return new OrchestratorException(
                ErrorCode.INVALID_INPUT,
                "No database is named. Set QUARKUS_DATASOURCE_JDBC_URL (jdbc:postgresql://host:port/database) or"
                        + " QUARKUS_DATASOURCE_REACTIVE_URL (postgresql://host:port/database), and"
                        + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
    }

    /** For what works before there is a data version: a folder that is yet to be made counts as none. */
    public MigrationSettings withExistingFolder() {
        return new MigrationSettings(jdbcUrl, user, password, dataFolder.filter(Files::isDirectory));
    }

    /** The address without what may be secret in its query. */
    String address() {
        return jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return address();
    }
}
