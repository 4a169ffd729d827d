package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestProfile.class)
class EventSocketTest {
    private static final String TASK = "d0000000-0000-4000-8000-000000000005";
    private static final String ALPHA = "e0000000-0000-4000-8000-000000000001";

    @TestHTTPResource("/api/ws/events")
    URI address;

    TestDatabase database;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private HttpClient client;
    private WebSocket socket;

    @BeforeEach
    void open() {
        client = HttpClient.newHttpClient();
        socket = client.newWebSocketBuilder()
                .subprotocols("base64.bearer.token", "dG9rZW4")
                .buildAsync(URI.create(address.toString().replace("http:", "ws:")), new Listener())
                .join();
    }

    @AfterEach
    void close() {
        socket.abort();
        client.close();
        database.execute("TRUNCATE processes CASCADE; UPDATE engine_settings SET global_lock = false");
    }

    @Test
    void selectsTheSubprotocolThatCarriesTokens() {
        assertThat(socket.getSubprotocol()).isEqualTo("base64.bearer.token");
    }

    @Test
    void answersAPingAndNothingElse() throws InterruptedException {
        socket.sendText("hello", true).join();
        socket.sendText("__ping__", true).join();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("__pong__");
    }

    @Test
    void tellsOfAProcessThatAnotherProgramChanged() throws InterruptedException {
        UUID id = UUID.randomUUID();
        database.execute("""
                INSERT INTO processes (pid, workflow_id, last_status, started_at, last_modified_at, is_task)
                VALUES ('%1$s', '%2$s', 'running', now(), now(), true);
                INSERT INTO processes_subscriptions (pid, subscription_id) VALUES ('%1$s', '%3$s');
                """.formatted(id, TASK, ALPHA));
        hear("processes", id.toString());
        hear("processes", "LIST");
        hear("processStatusCounts", null);
        database.execute("UPDATE subscriptions SET version = version + 1 WHERE subscription_id = '" + ALPHA + "'");
        hear("subscriptions", ALPHA);
    }

    @Test
    void tellsOfAPause() throws InterruptedException {
        given().contentType(JSON).body("{\"global_lock\": true}").put("/api/settings/status");
        hear("engineStatus", null);
    }

    @Test
    void tellsOfAnAbortAtOnce() throws InterruptedException {
        UUID id = UUID.randomUUID();
        database.execute("""
                INSERT INTO processes (pid, workflow_id, last_status, started_at, last_modified_at, is_task)
                VALUES ('%1$s', '%2$s', 'failed', now(), now(), true);
                """.formatted(id, TASK));
        given().put("/api/processes/" + id + "/abort").then().statusCode(204);
        hear("processes", id.toString());
    }

    /** Other things may be heard before: tests that ran earlier have left changes. */
    private void hear(String type, String id) throws InterruptedException {
        String expected = "{\"name\":\"invalidateCache\",\"value\":{\"type\":\"" + type + "\""
                + (id == null ? "" : ",\"id\":\"" + id + "\"") + "}}";
        String message;
        do {
            message = heard.poll(10, TimeUnit.SECONDS);
            assertThat(message).as("waiting for " + expected).isNotNull();
        } while (!message.equals(expected));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                heard.add(part.toString());
                part.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
