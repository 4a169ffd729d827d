package org.example.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.Terminal;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** docs/workshop.md as a newcomer does it, with real programs, and questions asked at a terminal. */
class WorkshopTest {
    private static final Duration BUILD = Duration.ofMinutes(6);
    private static final Duration MOMENT = Duration.ofMinutes(2);
    private static final String ALPHA = "Alpha";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Place place;
    private Handout handout;
    private String address;

    @AfterEach
    void tidyUp() throws IOException {
        place.close();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void goesFromAnEmptyFolderToASubscription() throws Exception {
        place = Place.in(folder);
        handout = Handout.of(place.checkout());
        place.run(place.checkout(), "./orchestrator new ../my-orchestrator");

        whileUp(() -> {
            assertThat(get("/api/products/")).isEqualTo("[]");
            refuseWhatIsThereAlready();
            writeProducts();
            answerQuestions();
        });
        whileUp(() -> {
            seeTheProducts();
            addTheWorkflow();
        });
        whileUp(() -> {
            createAGroup();
            seeTheMetadata();
        });

        assertThat(place.run(place.project(), "./mvnw -B -pl domain verify")).contains("BUILD SUCCESS");
    }

    /** At once, without building anything first. */
    private void refuseWhatIsThereAlready() {
        assertThat(place.refusal(place.checkout(), "./orchestrator new ../my-orchestrator"))
                .contains("is not empty")
                .doesNotContain("Building");
        assertThat(place.refusal(place.project(), "./orchestrator up"))
                .contains("An orchestrator is already up here")
                .doesNotContain("Building");
    }

    private void writeProducts() throws IOException {
        for (Map.Entry<String, String> file : handout.files().entrySet()) {
            Path path = place.project().resolve(file.getKey());
            assertThat(path).doesNotExist();
            Files.writeString(path, file.getValue());
        }
        handout.register(place.project());
    }

    private void answerQuestions() throws IOException {
        String command = handout.commands().getFirst();
        assertThat(command).startsWith("db migrate-domain-models ");
        try (Terminal terminal = place.terminal(place.project(), "./orchestrator " + command)) {
            for (String line : handout.dialogue()) {
                int colon = line.indexOf(": ");
                if (line.startsWith("Supply ")) {
                    terminal.answer(line.substring(0, colon + 1), line.substring(colon + 2), BUILD);
                } else {
                    terminal.await(line, BUILD);
                }
            }
            assertThat(terminal.awaitExit(MOMENT)).as(terminal.screen()).isZero();
        }
        assertThat(place.project()
                        .resolve("domain/src/main/resources/orchestrator/data/V2__add_user_and_usergroup_products.sql"))
                .content()
                .contains("SELECT create_product('User Group', 'UserGroup', 'GROUP', 'user group administration');")
                .contains("SELECT create_fixed_input('User external', 'affiliation', 'external');");
    }

    private void seeTheProducts() {
        assertThat(get("/api/products/"))
                .contains("\"User Group\"", "\"User internal\"", "\"User external\"", "\"affiliation\"");
        assertThat(place.run(place.project(), "./orchestrator database")).contains("/orchestrator-core");
    }

    /** What the web UI shows on its metadata pages. */
    private void seeTheMetadata() {
        MetadataPages pages = new MetadataPages(request -> post("/api/graphql", request));

        assertThat(pages.products())
                .containsExactly(
                        "User external, USER_EXT, User, ACTIVE, user administration - external, [UserBlock], [affiliation=external]",
                        "User Group, GROUP, UserGroup, ACTIVE, user group administration, [UserGroupBlock], []",
                        "User internal, USER_INT, User, ACTIVE, user administration - internal, [UserBlock], [affiliation=internal]");
        assertThat(pages.productBlocks())
                .containsExactly(
                        "UserBlock, UB, ACTIVE, user block, [UserGroupBlock], [age, user_id, username]",
                        "UserGroupBlock, UGB, ACTIVE, user group block, [], [group_id, group_name]");
        assertThat(pages.resourceTypes())
                .containsExactly(
                        "age, age of the user, [UserBlock]",
                        "group_id, id of the user group, [UserGroupBlock]",
                        "group_name, name of the user group, [UserGroupBlock]",
                        "user_id, id of the user, [UserBlock]",
                        "username, name of the user, [UserBlock]");
        assertThat(pages.workflows())
                .contains(
                        "create_user_group, CREATE, false, Create user group, [GROUP]",
                        "modify_user_group, MODIFY, false, Modify user group, [GROUP]",
                        "terminate_user_group, TERMINATE, false, Terminate user group, [GROUP]")
                .noneMatch(line -> line.contains("VALIDATE") || line.contains("SYSTEM"));
        assertThat(pages.tasks())
                .contains("validate_user_group, VALIDATE, true, Validate user group, [GROUP]")
                .anyMatch(line -> line.startsWith("task_validate_products, SYSTEM, true, "))
                .noneMatch(line -> line.contains("CREATE"));
        assertThat(pages.startOptions()).containsExactly("create_user_group, true, [User Group]");
    }

    private void addTheWorkflow() throws IOException {
        List<String> commands = handout.commands().stream()
                .filter(command -> command.startsWith("generate ") || command.startsWith("db migrate-workflows "))
                .toList();
        assertThat(commands).hasSize(4);
        assertThat(place.run(place.project(), "./orchestrator " + commands.getFirst()))
                .contains("+public class CreateUserGroup extends CreateWorkflow<UserGroup> {");
        for (String command : commands.subList(1, 4)) {
            place.run(place.project(), "./orchestrator " + command);
        }
    }

    private void createAGroup() {
        Matcher product = Pattern.compile(
                        "\"product_id\":\"([^\"]+)\"[^{}]*?\"name\":\"User Group\"|\"name\":\"User Group\"[^{}]*?\"product_id\":\"([^\"]+)\"")
                .matcher(get("/api/products/"));
        assertThat(product.find()).isTrue();
        String id = product.group(1) == null ? product.group(2) : product.group(1);

        String started = post(
                "/api/processes/create_user_group",
                "[{\"product\": \"%s\"}, {\"group_name\": \"%s\", \"group_id\": 1}]".formatted(id, ALPHA));

        assertThat(started).contains("\"id\"");
        awaitSubscription();
    }

    private void awaitSubscription() {
        long end = System.nanoTime() + MOMENT.toNanos();
        String active = "\"description\":\"User Group " + ALPHA + "\",\"status\":\"active\"";
        String found = subscriptions();
        while (!found.contains(active) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = subscriptions();
        }
        assertThat(found).contains(active);
    }

    private String subscriptions() {
        return get("/api/subscriptions/?filter=tag,GROUP");
    }

    /** What is done in a second terminal. */
    @FunctionalInterface
    private interface Scene {
        void play() throws IOException;
    }

    /** Brings the orchestrator up, does something beside it, and ends it with Ctrl-C. */
    private void whileUp(Scene scene) throws IOException {
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        try (Terminal terminal = place.terminal(place.project(), "./orchestrator up --port " + port)) {
            terminal.await("The orchestrator is ready", BUILD);
            scene.play();
            terminal.pressCtrlC();
            terminal.await("Stopped", MOMENT);
            terminal.awaitExit(MOMENT);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    private String post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private String send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isBetween(200, 201);
            return answer.body();
        } catch (IOException failure) {
            throw new AssertionError(request + " failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }
}
