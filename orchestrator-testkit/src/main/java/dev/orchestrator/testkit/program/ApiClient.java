package dev.orchestrator.testkit.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Talks to the API as a program of an operator's would. */
public record ApiClient(String address) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Status code and body of an answer. */
    public record Answer(int status, JsonNode body) {}

    public JsonNode get(String path) {
        Answer answer = send("GET", path, null);
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    /** Starts a process whose form these pages complete. */
    public String start(String workflow, String... pages) {
        Answer answer = post("/api/processes/" + workflow, pages(pages));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("id").asText();
    }

    /** Starts a process and waits until it is completed; its subscription, or null for a task without one. */
    public String run(String workflow, String... pages) {
        String process = start(workflow, pages);
        return await(process, "completed", Duration.ofSeconds(30))
                .at("/current_state/subscription_id")
                .asText(null);
    }

    /** Waits until the process has that status, or one that it does not leave by itself; the process. */
    public JsonNode await(String process, String status, Duration timeout) {
        JsonNode last = awaitUntil(
                () -> get("/api/processes/" + process),
                found -> found.get("last_status").asText().equals(status) || isFailure(found),
                timeout);
        assertThat(last.get("last_status").asText()).as("%s", last).isEqualTo(status);
        return last;
    }

    private static boolean isFailure(JsonNode process) {
        return List.of("failed", "inconsistent_data", "aborted")
                .contains(process.get("last_status").asText());
    }

    /** Asks again until the answer fits or the time is over; the last answer. */
    public static <T> T awaitUntil(Supplier<T> question, Predicate<T> fits, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        T answer = question.get();
        while (!fits.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            answer = question.get();
        }
        return answer;
    }

    public JsonNode graphql(String query) {
        JsonNode body = post(
                        "/api/graphql",
                        JSON.createObjectNode().put("query", query).toString())
                .body();
        assertThat(body.path("errors").isMissingNode()).as("%s", body).isTrue();
        return body.get("data");
    }

    public static String pages(String... pages) {
        return "[" + String.join(",", pages) + "]";
    }

    public static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private Answer send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new AssertionError("No JSON: " + body, failure);
        }
    }
}
