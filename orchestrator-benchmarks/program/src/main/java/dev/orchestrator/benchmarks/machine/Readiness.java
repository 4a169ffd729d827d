package dev.orchestrator.benchmarks.machine;

import java.io.IOException;

/** Asks a service whether it is ready to serve. */
public final class Readiness {
    private Readiness() {}

    public static boolean of(int port) {
        try (HttpConnection connection = new HttpConnection(port)) {
            return connection.get("/q/health/ready").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
