package dev.orchestrator.launcher.command;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

/** Stands for each of the three services: a program with the same arguments, environment and health page. */
public final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment = System.getenv();
        Path jar = Path.of(System.getProperty("java.class.path"));
        String service =
                jar.subpath(jar.getNameCount() - 4, jar.getNameCount() - 3).toString();
        System.out.println(service + " " + List.of(arguments));
        if (service.equals(environment.get("STAND_IN_FAILS"))) {
            System.out.println("as it was told to fail");
            System.exit(3);
        }
        if (service.equals("migrations")) {
            upgrade(environment);
        } else {
            serve(service, environment);
        }
    }

    private static void upgrade(Map<String, String> environment) throws Exception {
        try (var connection = DriverManager.getConnection(
                        environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                        environment.get("QUARKUS_DATASOURCE_USERNAME"),
                        environment.get("QUARKUS_DATASOURCE_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS upgrades (done_at timestamptz DEFAULT now())");
            statement.execute("INSERT INTO upgrades DEFAULT VALUES");
            try (var rows = statement.executeQuery("SELECT count(*) FROM upgrades")) {
                rows.next();
                System.out.println("upgrades: " + rows.getInt(1));
            }
        }
    }

    private static void serve(String service, Map<String, String> environment) throws Exception {
        int port = Integer.parseInt(environment.get("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(environment.get("QUARKUS_HTTP_HOST"), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("pid " + ProcessHandle.current().pid() + " of " + service);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> noteEnd(service)));
    }

    private static void noteEnd(String service) {
        try {
            Files.writeString(
                    Path.of("ends.txt"), service + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
