package dev.orchestrator.launcher.command;

import java.sql.DriverManager;
import java.util.List;

/** Stands for the benchmarks: says what it was given. */
public final class StandInBenchmarks {
    private StandInBenchmarks() {}

    public static void main(String[] arguments) throws Exception {
        try (var connection = DriverManager.getConnection(
                        System.getenv("QUARKUS_DATASOURCE_JDBC_URL"),
                        System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                        System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW fsync")) {
            rows.next();
            System.out.println(List.of(arguments) + " fsync " + rows.getString(1));
        }
        System.exit(4);
    }
}
