package dev.orchestrator.testkit.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deque<String> answers = new ArrayDeque<>();
    private int status = 200;
    private HttpServer server;
    private ApiClient api;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answers.removeFirst().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        api = new ApiClient("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void asksAgainUntilTheProcessHasTheStatus() {
        answers.addAll(List.of("{\"last_status\": \"running\"}", "{\"last_status\": \"completed\"}"));

        assertThat(api.await("1", "completed", PATIENCE).get("last_status").asText())
                .isEqualTo("completed");
    }

    @Test
    void saysWhyAProcessCanNoLongerReachTheStatus() {
        answers.add("{\"last_status\": \"failed\", \"failed_reason\": \"no power\"}");

        assertThatThrownBy(() -> api.await("1", "completed", PATIENCE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no power");
    }

    @Test
    void saysWhyAProcessWasNotStarted() {
        status = 400;
        answers.add("{\"detail\": \"no such product\"}");

        assertThatThrownBy(() -> api.start("create_port", "{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no such product");
    }
}
