package dev.orchestrator.api.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies up to the limit are read, larger ones refused, also those that come in pieces without a length in the head. */
@QuarkusTest
@TestProfile(RestProfile.class)
class BodySizeTest {
    private static final String START = "/api/processes/create_user_group";
    private static final int TOO_LARGE = 6_000_000;
    private static final int PATIENCE = 10_000;

    @TestHTTPResource
    URI address;

    private final LoggedErrors errors = new LoggedErrors();
    private HttpClient client;

    @BeforeEach
    void open() {
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        client.close();
        errors.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {START, "/api/graphql", "/api/nothing"})
    void isRefusedWhenItGrowsTooLarge(String path) throws Exception {
        HttpResponse<String> response = post(Version.HTTP_1_1, path, inPieces(new byte[TOO_LARGE]));

        assertIsTooLarge(response);
        assertThat(errors.messages()).isEmpty();
    }

    /** Java's client asks for HTTP/2 unless told otherwise. */
    @Test
    void clientsOfHttp2GoBackToWhatIsRefusedProperly() throws Exception {
        HttpResponse<String> byLength = post(Version.HTTP_2, START, BodyPublishers.ofByteArray(new byte[TOO_LARGE]));
        HttpResponse<String> inPieces = post(Version.HTTP_2, START, inPieces(new byte[TOO_LARGE]));

        assertThat(byLength.version()).isEqualTo(Version.HTTP_1_1);
        assertIsTooLarge(byLength);
        assertIsTooLarge(inPieces);
        assertThat(errors.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void isReadLikeAnyOther(Version version) throws Exception {
        assertThat(post(version, START, inPieces("[{}]")).body()).contains("\"validation_errors\"");
        assertThat(post(version, START, inPieces("")).statusCode()).isEqualTo(422);
        assertThat(post(version, "/api/graphql", inPieces("{\"query\": \"{processes {pageInfo {totalItems}}}\"}"))
                        .body())
                .contains("\"totalItems\"");
        assertThat(errors.messages()).isEmpty();
    }

    @Test
    void leavesTheConnectionForTheNextRequest() throws Exception {
        try (Socket socket = connect()) {
            writeHead(socket.getOutputStream(), START);
            writePart(socket.getOutputStream(), 2);
            writeEnd(socket.getOutputStream());
            writeHead(socket.getOutputStream(), START);
            writePart(socket.getOutputStream(), TOO_LARGE);
            writeEnd(socket.getOutputStream());

            assertThat(all(socket)).contains("HTTP/1.1 422 ", "HTTP/1.1 413 ");
        }
    }

    @Test
    void endsTheConnectionOfWhoDoesNotEndTheBody() throws Exception {
        try (Socket socket = connect()) {
            writeHead(socket.getOutputStream(), START);
            writePart(socket.getOutputStream(), TOO_LARGE);

            assertThat(all(socket)).startsWith("HTTP/1.1 413 ").contains("connection: close", "BODY_TOO_LARGE");
        }
    }

    private static void assertIsTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.body()).contains("\"status\":413", "\"code\":\"BODY_TOO_LARGE\"", "at most 5242880 bytes");
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static void writeHead(OutputStream out, String path) throws IOException {
        write(out, "POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    private static void writePart(OutputStream out, int size) throws IOException {
        write(out, Integer.toHexString(size) + "\r\n" + " ".repeat(size) + "\r\n");
    }

    private static void writeEnd(OutputStream out) throws IOException {
        write(out, "0\r\n\r\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    /** All that comes until the server ends the connection. */
    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    private static BodyPublisher inPieces(String text) {
        return inPieces(text.getBytes(UTF_8));
    }

    private static BodyPublisher inPieces(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private HttpResponse<String> post(Version version, String path, BodyPublisher body) throws Exception {
        // A connection would go over to HTTP/2 with a request that has no body.
        client.send(request(version, "/api/health/").GET().build(), BodyHandlers.discarding());
        return client.send(
                request(version, path)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(Version version, String path) {
        return HttpRequest.newBuilder(address.resolve(path)).version(version).timeout(Duration.ofMillis(PATIENCE));
    }
}
