package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program starts and answers while there is no database. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.NoDatabase.class)
class DatabaseAwayTest {

    /** A port at which nobody listens. */
    public static class NoDatabase implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of(
                        "quarkus.datasource.reactive.url",
                        "postgresql://127.0.0.1:" + socket.getLocalPort() + "/nothing",
                        "quarkus.datasource.username",
                        "nobody",
                        "quarkus.datasource.password",
                        "nothing");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/health/",
                "/api/products/",
                "/api/processes/",
                "/api/settings/status",
                "/api/subscriptions/"
            })
    void saysThatTheDatabaseIsAway(String path) {
        when().get(path)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("title", equalTo("Service Unavailable"))
                .body("detail", equalTo("The database is not available; try again later"));
    }

    @Test
    void isNotReadyAndSaysWhatToDo() {
        when().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body(
                        "checks.find { it.name.startsWith('Product models') }.data.mend",
                        containsString("run the migrations"));
        when().get("/q/health/live").then().statusCode(200);
    }
}
