package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.testkit.TestDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer has the right status and body, tells nothing of our insides, and leaves no trace in the database. */
@QuarkusTest
@TestProfile(RestProfile.class)
class BadInputTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String USER_GROUP = "a0000000-0000-4000-8000-000000000001";
    private static final String ALPHA = "e0000000-0000-4000-8000-000000000001";

    private static final Set<String> PROBLEM = Set.of("detail", "status", "title", "code");
    private static final Set<String> NOT_ALLOWED = Set.of("detail", "status", "title", "code", "allowed_actions");
    private static final Set<String> SHAPE = Set.of("detail");
    private static final Set<String> FORM = Set.of("detail", "status", "title", "type", "validation_errors");

    /** DataFetchingException is a word of GraphQL's own for documents that can't be parsed. */
    private static final Pattern INSIDES = Pattern.compile(
            "dev\\.orchestrator|io\\.(vertx|quarkus|netty)|org\\.(hibernate|jboss)|com\\.fasterxml|java\\.|jakarta\\."
                    + "|(?<!DataFetching)Exception|\\bSELECT\\b|\\bINSERT\\b|\\bUPDATE\\b|FROM processes|\\tat ");

    private static final List<String> TABLES = List.of(
            "products",
            "subscriptions",
            "subscription_customer_descriptions",
            "processes",
            "process_steps",
            "process_queue",
            "input_states",
            "process_actions");

    private static final String COMPLETED = "c1000000-0000-4000-8000-000000000001";
    private static final String AWAITING = "c1000000-0000-4000-8000-000000000002";
    private static final String TIMED_OUT = "c1000000-0000-4000-8000-000000000003";
    private static final String SUSPENDED = "c1000000-0000-4000-8000-000000000004";
    private static final String FAILED = "c1000000-0000-4000-8000-000000000005";

    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(ErrorCode::name).collect(Collectors.toSet());

    private static final String PROCESSES = """
            INSERT INTO processes (pid, workflow_id, last_status, started_at, last_modified_at, is_task)
            SELECT v.pid::uuid, workflow_id, v.status, now(), now(), is_task
            FROM (VALUES ('%1$s', 'task_sync_users', 'completed'), ('%2$s', 'task_sync_users', 'awaiting_callback'),
                         ('%3$s', 'task_sync_users', 'failed'), ('%4$s', 'modify_user_group', 'suspended'),
                         ('%5$s', 'create_user_group', 'failed')) AS v (pid, workflow, status)
            JOIN workflows w ON w.name = v.workflow
            ON CONFLICT DO NOTHING;
            INSERT INTO process_steps (stepid, pid, step_key, name, status, state, completed_at)
            SELECT md5(v.pid || v.key || v.status)::uuid, v.pid::uuid, v.key, v.key, v.status, v.state::jsonb, now()
            FROM (VALUES ('%1$s', 'sync/endpoint', 'success', '{"__callback_token": "secret", "__callback_result_key": "r"}'),
                         ('%1$s', 'sync/await', 'success', '{"r": {}}'), ('%1$s', 'done', 'complete', '{}'),
                         ('%2$s', 'sync/endpoint', 'success', '{"__callback_token": "secret", "__callback_result_key": "r"}'),
                         ('%2$s', 'sync/await', 'awaiting_callback', '{}'),
                         ('%3$s', 'sync/endpoint', 'success', '{"__callback_token": "secret", "__callback_result_key": "r"}'),
                         ('%3$s', 'sync/await', 'awaiting_callback', '{}'),
                         ('%3$s', 'sync/await', 'failed', '{"error": "No callback came within 1 seconds"}'),
                         ('%4$s', 'link-subscription', 'success', '{}'), ('%4$s', 'lock-subscription', 'success', '{}'),
                         ('%4$s', 'approve', 'suspend', '{}'),
                         ('%5$s', 'start', 'success', '{"group_name": "Delta"}'),
                         ('%5$s', 'create-subscription', 'success', '{}'), ('%5$s', 'link-subscription', 'success', '{}'),
                         ('%5$s', 'initialize-subscription', 'failed', '{"error": "no"}')) AS v (pid, key, status, state)
            ON CONFLICT DO NOTHING;
            """.formatted(COMPLETED, AWAITING, TIMED_OUT, SUSPENDED, FAILED);

    @TestHTTPResource
    URI address;

    TestDatabase database;

    private List<String> before;

    /** What is sent and what has to come back. */
    record Bad(String name, String method, String path, String body, int status, Set<String> keys) {
        static Bad post(String name, String path, String body, int status, Set<String> keys) {
            return new Bad(name, "POST", path, body, status, keys);
        }

        static Bad put(String name, String path, String body, int status, Set<String> keys) {
            return new Bad(name, "PUT", path, body, status, keys);
        }

        static Bad patch(String name, String path, String body, int status, Set<String> keys) {
            return new Bad(name, "PATCH", path, body, status, keys);
        }

        static Bad get(String name, String path, int status, Set<String> keys) {
            return new Bad(name, "GET", path, "", status, keys);
        }

        static Bad delete(String name, String path, int status, Set<String> keys) {
            return new Bad(name, "DELETE", path, "", status, keys);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bodies() {
        String start = "/api/processes/create_user_group";
        String modify = "/api/processes/modify_user_group";
        String product = "{\"product\": \"" + USER_GROUP + "\"}";
        return Stream.of(
                Bad.post("JSON that is none", start, "[{", 422, SHAPE),
                Bad.post("text behind the JSON", start, "[] []", 422, SHAPE),
                Bad.post("no body", start, "", 422, SHAPE),
                Bad.post("an object for a list", start, "{}", 422, SHAPE),
                Bad.post("a list of numbers", start, "[1, 2]", 422, SHAPE),
                Bad.post(
                        "a number of 100,000 digits",
                        start,
                        "[{\"product\": " + "9".repeat(100_000) + "}]",
                        422,
                        SHAPE),
                Bad.post("NUL in a text", start, "[" + product + ", {\"group_name\": \"a\\u0000b\"}]", 422, SHAPE),
                Bad.post("NUL in a name", start, "[{\"a\\u0000b\": 1}]", 422, SHAPE),
                Bad.post("10 MB", start, "[\"" + "x".repeat(10_000_000) + "\"]", 413, PROBLEM),
                Bad.post("an unknown workflow", "/api/processes/make_coffee", "[]", 404, PROBLEM),
                Bad.post("an emoji for a workflow", "/api/processes/%F0%9F%A6%8A", "[]", 404, PROBLEM),
                Bad.post("an unknown product", start, "[{\"product\": \"" + NOBODY + "\"}]", 400, FORM),
                Bad.post("an unknown field", start, "[" + product + ", {\"group_name\": \"ab\", \"x\": 1}]", 400, FORM),
                Bad.post("a wrong type", start, "[" + product + ", {\"group_name\": []}]", 400, FORM),
                Bad.post("a null page value", start, "[" + product + ", {\"group_name\": null}]", 400, FORM),
                Bad.post("an unknown subscription", modify, "[{\"subscription_id\": \"" + NOBODY + "\"}]", 400, FORM),
                Bad.post("a subscription that is no id", modify, "[{\"subscription_id\": \"me\"}]", 400, FORM),
                Bad.post(
                        "a stale version",
                        modify,
                        "[{\"subscription_id\": \"" + ALPHA + "\", \"version\": 99}]",
                        400,
                        FORM),
                Bad.post(
                        "too many pages",
                        start,
                        "[" + product + ", {\"group_name\": \"ab\"}, {}]",
                        500,
                        Set.of("detail", "status", "title", "type")),
                Bad.post("a reporter too long", start + "?reporter=" + "x".repeat(101), "[]", 422, SHAPE),
                Bad.put("resume of an unknown process", "/api/processes/" + NOBODY + "/resume", "[]", 404, PROBLEM),
                Bad.put("resume with a number", "/api/processes/" + NOBODY + "/resume", "5", 422, SHAPE),
                Bad.put("resume with half an object", "/api/processes/" + NOBODY + "/resume", "{", 422, SHAPE),
                Bad.put("abort of an unknown process", "/api/processes/" + NOBODY + "/abort", "", 404, PROBLEM),
                Bad.patch(
                        "a note for an unknown process", "/api/processes/" + NOBODY, "{\"note\": \"x\"}", 404, PROBLEM),
                Bad.patch(
                        "a note too long",
                        "/api/processes/" + NOBODY,
                        "{\"note\": \"" + "x".repeat(5001) + "\"}",
                        422,
                        SHAPE),
                Bad.patch("a note that is a list", "/api/processes/" + NOBODY, "{\"note\": []}", 422, SHAPE),
                Bad.patch(
                        "a description for nothing",
                        "/api/products/" + NOBODY,
                        "{\"description\": \"x\"}",
                        404,
                        PROBLEM),
                Bad.patch(
                        "a description too long",
                        "/api/products/" + USER_GROUP,
                        "{\"description\": \"" + "x".repeat(2001) + "\"}",
                        422,
                        SHAPE),
                Bad.patch("a list for an object", "/api/product_blocks/" + NOBODY, "[]", 422, SHAPE),
                Bad.patch("an unknown block", "/api/product_blocks/" + NOBODY, "{}", 404, PROBLEM),
                Bad.patch("an unknown resource type", "/api/resource_types/" + NOBODY, "{}", 404, PROBLEM),
                Bad.patch("an unknown workflow's description", "/api/workflows/" + NOBODY, "{}", 404, PROBLEM),
                Bad.put("a lock that is a text", "/api/settings/status", "{\"global_lock\": \"maybe\"}", 422, SHAPE),
                Bad.put("a lock that is missing", "/api/settings/status", "{}", 422, SHAPE),
                Bad.put("set in sync of nothing", "/api/subscriptions/" + NOBODY + "/set_in_sync", "", 404, PROBLEM),
                Bad.post(
                        "a customer's description of nothing",
                        "/api/subscription_customer_descriptions",
                        "{\"customer_id\": \"c\", \"description\": \"d\", \"subscription_id\": \"" + NOBODY + "\"}",
                        404,
                        PROBLEM),
                Bad.put(
                        "a customer's description with a fractional version",
                        "/api/subscription_customer_descriptions/",
                        "{\"id\": \"" + NOBODY + "\", \"customer_id\": \"c\", \"description\": \"d\","
                                + " \"subscription_id\": \"" + NOBODY + "\", \"version\": 1.5}",
                        422,
                        SHAPE),
                Bad.post("a report that is no JSON", "/api/user/error", "oops", 422, SHAPE));
    }

    static Stream<Bad> addresses() {
        return Stream.of(
                Bad.get("an id that is none", "/api/processes/me", 422, SHAPE),
                Bad.get("an id with short groups", "/api/processes/1-1-1-1-1", 422, SHAPE),
                Bad.get("an unknown process", "/api/processes/" + NOBODY, 404, PROBLEM),
                Bad.get("an unknown product", "/api/products/" + NOBODY, 404, PROBLEM),
                Bad.get("an unknown subscription", "/api/subscriptions/" + NOBODY, 404, PROBLEM),
                Bad.get("an unknown domain model", "/api/subscriptions/domain-model/" + NOBODY, 404, PROBLEM),
                Bad.get("the workflows of nothing", "/api/subscriptions/workflows/" + NOBODY, 404, PROBLEM),
                Bad.get("the users of nothing", "/api/subscriptions/in_use_by/" + NOBODY, 404, PROBLEM),
                Bad.get("a filter without a value", "/api/processes/?filter=isTask", 400, PROBLEM),
                Bad.get("a filter that names no field", "/api/processes/?filter=colour,red", 400, PROBLEM),
                Bad.get("a sort that names no field", "/api/subscriptions/?sort=colour,asc", 400, PROBLEM),
                Bad.get("a sort in no direction", "/api/subscriptions/?sort=status,up", 400, PROBLEM),
                Bad.get(
                        "a sort that is SQL",
                        "/api/subscriptions/?sort=status;drop%20table%20products,asc",
                        400,
                        PROBLEM),
                Bad.get("a range of letters", "/api/processes/?range=a,b", 400, PROBLEM),
                Bad.get("a range backwards", "/api/processes/?range=4,2", 400, PROBLEM),
                Bad.get("a range below nothing", "/api/processes/?range=-4,2", 400, PROBLEM),
                Bad.get("a range beyond all numbers", "/api/processes/?range=0,99999999999", 400, PROBLEM),
                Bad.get("a search with half a bracket", "/api/subscriptions/search?query=(a", 400, PROBLEM),
                Bad.get("a target that is none", "/api/workflows/?target=EXPLODE", 400, PROBLEM),
                Bad.get("a language that is a path", "/api/translations/..%2F..%2Fetc", 404, PROBLEM),
                Bad.get("NUL in an address", "/api/processes/%00", 400, PROBLEM),
                Bad.get("NUL in a query", "/api/subscriptions/search?query=%00", 400, PROBLEM),
                Bad.get("an unknown path", "/api/coffee", 404, SHAPE),
                Bad.get("an unknown path below a known one", "/api/processes/" + NOBODY + "/coffee", 404, SHAPE),
                Bad.get("an unknown path outside the API", "/coffee", 404, SHAPE),
                Bad.delete("a wrong method", "/api/products/", 405, SHAPE),
                Bad.delete("a wrong method behind an id", "/api/products/" + NOBODY, 405, SHAPE),
                Bad.delete("deletion of an unknown process", "/api/processes/" + NOBODY, 404, PROBLEM),
                Bad.delete(
                        "deletion of no description",
                        "/api/subscription_customer_descriptions/" + NOBODY,
                        404,
                        PROBLEM),
                Bad.delete("deletion of an unknown cache", "/api/settings/cache/nothing", 400, PROBLEM));
    }

    static Stream<Bad> callbacks() {
        String large = "\"" + "x".repeat(10_000_000) + "\"";
        return Stream.of(
                Bad.post("a report to nobody", process(NOBODY, "callback/secret"), "{}", 404, PROBLEM),
                Bad.post("a report with a wrong token", process(AWAITING, "callback/guess"), "{}", 404, PROBLEM),
                Bad.post(
                        "progress with a wrong token",
                        process(AWAITING, "callback/guess/progress"),
                        "{}",
                        404,
                        PROBLEM),
                Bad.post("a report with half a token", process(AWAITING, "callback/secre"), "{}", 404, PROBLEM),
                Bad.post("a report to one that never asked", process(SUSPENDED, "callback/secret"), "{}", 404, PROBLEM),
                Bad.post("a report after the timeout", process(TIMED_OUT, "callback/secret"), "{}", 409, PROBLEM),
                Bad.post(
                        "progress after the timeout",
                        process(TIMED_OUT, "callback/secret/progress"),
                        "{}",
                        409,
                        PROBLEM),
                Bad.post("a report after the end", process(COMPLETED, "callback/secret"), "{}", 409, PROBLEM),
                Bad.post("a report of 10 MB", process(AWAITING, "callback/secret"), large, 413, PROBLEM),
                Bad.post("half a report", process(AWAITING, "callback/secret"), "{", 422, SHAPE));
    }

    static Stream<Bad> actions() {
        String state = "{\"group_name\": \"Omega\"}";
        return Stream.of(
                Bad.put("a wrong page", process(SUSPENDED, "resume"), "[{\"remark\": 5, \"more\": 1}]", 400, FORM),
                Bad.put("an answer to nothing", process(COMPLETED, "resume"), "[{}]", 409, NOT_ALLOWED),
                Bad.put("retry of what ended", process(COMPLETED, "retry"), "", 409, NOT_ALLOWED),
                Bad.put("retry of what is suspended", process(SUSPENDED, "retry"), "", 409, NOT_ALLOWED),
                Bad.put("retry of nothing", process(NOBODY, "retry"), "", 404, PROBLEM),
                Bad.put("abort of what completed", process(COMPLETED, "abort"), "", 409, NOT_ALLOWED),
                Bad.put("a skip in what ended", process(COMPLETED, "skip"), "", 409, NOT_ALLOWED),
                Bad.put(
                        "a skip of another step",
                        process(SUSPENDED, "skip"),
                        "{\"step\": \"modify\"}",
                        409,
                        NOT_ALLOWED),
                Bad.put("a skip of a number", process(SUSPENDED, "skip"), "{\"step\": 5}", 422, SHAPE),
                Bad.put("going back to nowhere", process(SUSPENDED, "go-back"), "{}", 422, SHAPE),
                Bad.put("going back forward", process(SUSPENDED, "go-back"), "{\"step\": \"modify\"}", 400, PROBLEM),
                Bad.put(
                        "going back from the end",
                        process(COMPLETED, "go-back"),
                        "{\"step\": \"a\"}",
                        409,
                        NOT_ALLOWED),
                Bad.patch("a state for what ended", process(COMPLETED, "state"), state, 409, NOT_ALLOWED),
                Bad.patch("a state for nobody", process(NOBODY, "state"), state, 404, PROBLEM),
                Bad.patch("a state that is a list", process(FAILED, "state"), "[]", 422, SHAPE),
                Bad.patch("a state that changes nothing", process(FAILED, "state"), "{}", 400, PROBLEM),
                Bad.patch("another id in the state", process(FAILED, "state"), "{\"process_id\": 1}", 400, PROBLEM),
                Bad.patch("a state of another type", process(FAILED, "state"), "{\"group_name\": [1]}", 422, PROBLEM),
                Bad.put("a priority beyond all", process(FAILED, "priority"), "{\"priority\": 10}", 400, PROBLEM),
                Bad.put("half a priority", process(FAILED, "priority"), "{\"priority\": 1.5}", 422, SHAPE),
                Bad.put("no priority", process(FAILED, "priority"), "{\"priority\": null}", 422, SHAPE),
                Bad.put(
                        "another time for what failed",
                        process(FAILED, "due"),
                        "{\"due_at\": \"2026-01-01T00:00:00Z\"}",
                        409,
                        NOT_ALLOWED),
                Bad.put("a time that is none", process(FAILED, "due"), "{\"due_at\": \"tomorrow\"}", 422, SHAPE),
                Bad.put(
                        "a time in 8,000 years",
                        process(FAILED, "due"),
                        "{\"due_at\": \"9999-01-01T00:00:00Z\"}",
                        400,
                        PROBLEM),
                Bad.put("a reason too long", process(FAILED, "retry") + "?reason=" + "x".repeat(2001), "", 422, SHAPE),
                Bad.get("the history of nobody", process(NOBODY, "history"), 404, PROBLEM),
                Bad.put("an action on all", "/api/processes/actions", "{\"action\": \"abort\"}", 400, PROBLEM),
                Bad.put("no action", "/api/processes/actions?filter=isTask,true", "{}", 422, SHAPE),
                Bad.put(
                        "an unknown action",
                        "/api/processes/actions?filter=isTask,true",
                        "{\"action\": \"x\"}",
                        422,
                        SHAPE),
                Bad.put(
                        "an action without what it needs",
                        "/api/processes/actions?filter=isTask,true",
                        "{\"action\": \"go_back\"}",
                        422,
                        SHAPE),
                Bad.put(
                        "an action by no field",
                        "/api/processes/actions?filter=colour,red",
                        "{\"action\": \"retry\"}",
                        400,
                        PROBLEM));
    }

    private static String process(String id, String what) {
        return "/api/processes/" + id + "/" + what;
    }

    @BeforeEach
    void count() {
        database.execute(PROCESSES);
        before = counts();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(counts()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource({"bodies", "addresses", "callbacks", "actions"})
    void isRefused(Bad bad) {
        Response response = given().urlEncodingEnabled(false)
                .contentType(JSON)
                .body(bad.body())
                .request(bad.method(), bad.path());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(bad.status());
        assertThat(response.contentType()).startsWith("application/json");
        Map<String, Object> body = response.jsonPath().getMap("$");
        assertThat(body.keySet()).isEqualTo(bad.keys());
        if (bad.keys().contains("status")) {
            assertThat(body.get("status")).isEqualTo(bad.status());
        }
        if (bad.keys().contains("code")) {
            assertThat(CODES).contains((String) body.get("code"));
        }
        assertTellsNothingOfOurInsides(response);
    }

    /** Sent by hand, for the usual client takes long to write it. */
    @ParameterizedTest
    @MethodSource("deepBodies")
    void refusesJsonThatIsTenThousandDeepAtOnce(Bad bad) throws IOException, InterruptedException {
        HttpResponse<String> response = send(bad.method(), bad.path(), BodyPublishers.ofString(bad.body()));
        assertThat(response.statusCode()).isEqualTo(bad.status());
        assertThat(response.body()).contains("json_invalid");
    }

    static Stream<Bad> deepBodies() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        return Stream.of(
                Bad.post("start", "/api/processes/create_user_group", deep, 422, SHAPE),
                Bad.put("resume", process(SUSPENDED, "resume"), deep, 422, SHAPE),
                Bad.post("a report", process(AWAITING, "callback/secret"), deep, 422, SHAPE),
                Bad.patch("a state", process(FAILED, "state"), deep, 422, SHAPE));
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(Duration.ofSeconds(10))
                    .method(method, body)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @MethodSource("engineLocked")
    void isRefusedWhileTheEngineIsLocked(Bad bad) {
        database.execute("UPDATE engine_settings SET global_lock = true");
        try {
            isRefused(bad);
        } finally {
            database.execute("UPDATE engine_settings SET global_lock = false");
        }
    }

    static Stream<Bad> engineLocked() {
        return Stream.of(
                Bad.post("start", "/api/processes/task_sync_users", "[{}]", 503, PROBLEM),
                Bad.put("resume", "/api/processes/" + NOBODY + "/resume", "{}", 503, PROBLEM),
                Bad.put("resume all", "/api/processes/resume-all", "", 503, PROBLEM));
    }

    @ParameterizedTest
    @MethodSource("graphql")
    void isAnsweredWithAnErrorByGraphql(String query) {
        Response response =
                given().contentType(JSON).body(Map.of("query", query)).post("/api/graphql");
        assertThat(response.jsonPath().getList("errors"))
                .as(response.asString())
                .isNotEmpty();
        assertTellsNothingOfOurInsides(response);
    }

    static Stream<String> graphql() {
        String deep =
                "page { subscriptions { page { processes { ".repeat(30) + "page { processId }" + "}}}}".repeat(30);
        String wide = Stream.iterate(0, i -> i + 1)
                .limit(3000)
                .map(i -> "p" + i + ": processes { page { processId } }")
                .reduce("", (all, one) -> all + one + " ");
        return Stream.of(
                "{ processes {",
                "{ coffee }",
                "{ processes(filterBy: [{field: \"colour\", value: \"red\"}]) { page { processId } } }",
                "{ processes(first: -1) { page { processId } } }",
                "{ processes {" + deep + "}}",
                "{" + wide + "}");
    }

    @ParameterizedTest
    @MethodSource("noGraphqlRequest")
    void isRefusedByGraphqlWhenTheBodyIsNoRequest(String body) {
        Response response = given().contentType(JSON).body(body).post("/api/graphql");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getString("errors[0].message"))
                .startsWith("Expected ")
                .doesNotContain("StreamReadConstraints");
        assertThat(response.jsonPath().getString("errors[0].extensions.error_type"))
                .isEqualTo("bad_request");
        assertTellsNothingOfOurInsides(response);
    }

    static Stream<String> noGraphqlRequest() {
        return Stream.of(
                "{ not json",
                "[1]",
                "",
                "\"text\"",
                "null",
                "{\"query\": 5}",
                "{\"query\": \"{ version { applicationVersions } }\", \"variables\": 7}",
                "{\"query\": \"{ version { applicationVersions } }\", \"operationName\": []}",
                "{\"query\": \"{ version { applicationVersions } }\", \"extensions\": \"none\"}",
                "{\"query\": \"{ version { applicationVersions } }\", \"variables\": " + "[".repeat(10_000));
    }

    private static void assertTellsNothingOfOurInsides(Response response) {
        String text = response.asString();
        assertThat(INSIDES.matcher(text).results().map(found -> found.group()).toList())
                .as(text.length() > 2000 ? text.substring(0, 2000) : text)
                .isEmpty();
    }

    private List<String> counts() {
        return database.query(TABLES.stream()
                        .map(table ->
                                "(SELECT count(*) || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') FROM "
                                        + table + " t)")
                        .collect(Collectors.joining(", ", "SELECT ", "")))
                .getFirst();
    }
}
