package dev.orchestrator.launcher.database;

import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.LauncherException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a database is and who may enter.
 *
 * @param query what follows the question mark, without user and password: settings that both drivers read, as {@code sslmode}
 */
public record DatabaseAccess(String host, int port, String database, String user, String password, String query) {
    private static final int DEFAULT_PORT = 5432;

    public static DatabaseAccess of(RunningPostgres server, String database) {
        return new DatabaseAccess(server.host(), server.port(), database, server.user(), server.password(), "");
    }

    /** Reads the forms that people have at hand: libpq's URL, JDBC's and Vert.x' own. */
    public static DatabaseAccess parse(String url) {
        String bare = url.strip().replaceFirst("^jdbc:", "").replaceFirst("^vertx-reactive:", "");
        URI uri = uri(bare.replaceFirst("^postgres://", "postgresql://"));
        if (!"postgresql".equals(uri.getScheme())
                || uri.getHost() == null
                || path(uri).isEmpty()) {
            throw notAnAddress(null);
        }
        Map<String, String> parameters = parameters(uri);
        String[] owner = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String user = parameters.remove("user");
        String password = parameters.remove("password");
        return new DatabaseAccess(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                path(uri),
                owner.length > 0 ? decode(owner[0]) : orElse(user, System.getProperty("user.name")),
                owner.length > 1 ? decode(owner[1]) : orElse(password, ""),
                parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&")));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw notAnAddress(malformed);
        }
    }

    /** The address is not repeated: it may hold a password. */
    private static LauncherException notAnAddress(Exception cause) {
        return new LauncherException(
                "This is not the address of a PostgreSQL database. Expected postgresql://user:password@host:5432/database.",
                cause);
    }

    private static String path(URI uri) {
        String path = uri.getPath();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            Arrays.stream(uri.getRawQuery().split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> parameters.put(pair[0], decode(pair[1])));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String orElse(String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    public String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + database + (query.isEmpty() ? "" : "?" + query);
    }

    /** What a service reads it from. */
    public Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                reactiveUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                user,
                "QUARKUS_DATASOURCE_PASSWORD",
                password);
    }

    /** Without the password, for logs and screens. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
