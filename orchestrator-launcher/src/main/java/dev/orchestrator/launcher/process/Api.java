package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orchestrator.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** An orchestrator's API; what it refuses, and its absence, become a {@link LauncherException} with its words. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final int AWAY = 3;
    private static final int FIRST_REFUSAL = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;

    Api(URI address) {
        this.address = address;
    }

    JsonNode get(String path, Map<String, String> parameters) {
        return send(HttpRequest.newBuilder(uri(path, parameters)).GET());
    }

    JsonNode put(String path, Map<String, String> parameters, JsonNode body) {
        return send(HttpRequest.newBuilder(uri(path, parameters))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Hears what changes; where that is not possible nothing is heard. */
    CompletableFuture<WebSocket> listen(WebSocket.Listener listener) {
        String scheme = "https".equals(address.getScheme()) ? "wss" : "ws";
        URI socket = URI.create(
                scheme + address.toString().substring(address.getScheme().length()) + "/api/ws/events");
        return client.newWebSocketBuilder().buildAsync(socket, listener);
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpResponse<String> response;
        try {
            response = client.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw away("No API answers at " + address, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away("Interrupted while asking " + address, interrupted);
        }
        JsonNode body = json(response.body());
        if (response.statusCode() >= FIRST_REFUSAL) {
            throw new LauncherException(reason(response.statusCode(), body));
        }
        return body;
    }

    private JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw away("What answers at " + address + " is not an orchestrator's API", noJson);
        }
    }

    private static LauncherException away(String what, Exception cause) {
        return new LauncherException(
                what + ". Start one with ./orchestrator up, or name yours with --api URL or ORCHESTRATOR_API",
                cause,
                AWAY);
    }

    /** The words of a problem, or the first of several about the shape of the request. */
    private static String reason(int status, JsonNode body) {
        JsonNode detail = body.path("detail");
        return detail.isTextual()
                ? detail.asText()
                : "The API refused the request (%d): %s"
                        .formatted(status, detail.path(0).path("msg").asText("it gave no reason"));
    }

    private URI uri(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(address + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
