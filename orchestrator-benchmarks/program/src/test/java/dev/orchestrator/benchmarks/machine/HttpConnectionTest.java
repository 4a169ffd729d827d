package dev.orchestrator.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private static final String TEXT = "long enough ".repeat(20_000);

    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] body = asked.length > 0 ? asked : TEXT.getBytes(StandardCharsets.UTF_8);
            int status = exchange.getRequestURI().getPath().equals("/missing") ? 404 : 200;
            boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
            exchange.sendResponseHeaders(status, chunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void readsAnswersOfKnownAndOfUnknownLengthOverOneConnection() throws IOException {
        try (HttpConnection connection = connect()) {
            assertThat(connection.get("/plain").text()).isEqualTo(TEXT);
            assertThat(connection.get("/chunked").text()).isEqualTo(TEXT);
            assertThat(connection.get("/plain").text()).isEqualTo(TEXT);
        }
    }

    @Test
    void sendsABody() throws IOException {
        try (HttpConnection connection = connect()) {
            assertThat(connection.post("/", "{\"a\": \"ä\"}").text()).isEqualTo("{\"a\": \"ä\"}");
        }
    }

    @Test
    void refusesABadAnswerWhereAGoodOneIsNeeded() throws IOException {
        try (HttpConnection connection = connect()) {
            HttpConnection.Answer answer = connection.get("/missing");

            assertThat(answer.status()).isEqualTo(404);
            assertThatExceptionOfType(BenchmarkFailure.class)
                    .isThrownBy(answer::good)
                    .withMessageStartingWith("The API answered 404");
        }
    }

    private HttpConnection connect() throws IOException {
        return new HttpConnection(server.getAddress().getPort());
    }
}
