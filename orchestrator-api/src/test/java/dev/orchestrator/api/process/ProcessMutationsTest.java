package dev.orchestrator.api.process;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import dev.orchestrator.process.AbortProcess;
import dev.orchestrator.process.Operator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class ProcessMutationsTest {
    private static final String ANSWER = " { ... on ProcessCreated { id } ... on MutationError { message details } }";
    private static final String START =
            "mutation($payload: Payload!) { startProcess(name: \"%s\", payload: $payload, reporter: \"ada\")" + ANSWER
                    + " }";

    @Inject
    AbortProcess cleaner;

    @Test
    void startsAProcessAndAbortsIt() {
        JsonPath started = ask(START.formatted("task_sync_users"), payload(List.of(Map.of())));
        String id = started.getString("data.startProcess.id");
        assertThat(id).isNotBlank();

        JsonPath aborted = ask("mutation { abortProcess(processId: \"%s\")%s }".formatted(id, ANSWER));

        assertThat(aborted.getString("data.abortProcess.id")).isEqualTo(id);
        JsonPath process = ask("{ process(processId: \"%s\") { lastStatus createdBy } }".formatted(id));
        assertThat(process.getString("data.process.lastStatus")).isEqualTo("ABORTED");
        assertThat(process.getString("data.process.createdBy")).isEqualTo("ada");
        cleaner.deleteTask(UUID.fromString(id), Operator.of("test"));
    }

    @Test
    void answersWithTheNextPageOfAFormThatIsNotComplete() {
        JsonPath response = ask(START.formatted("create_user_group"), payload(List.of()));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getString("data.startProcess.message")).startsWith("The form is not complete");
        assertThat(response.getString("data.startProcess.details")).contains("\"properties\"");
    }

    @Test
    void saysWhatIsWrongWithAPage() {
        JsonPath response = ask(
                START.formatted("create_user_group"),
                payload(List.of(Map.of("product", "a0000000-0000-4000-8000-000000000001"), Map.of("group_name", "x"))));

        assertThat(response.getString("data.startProcess.details")).startsWith("group_name: ");
    }

    @Test
    void saysThatAWorkflowIsUnknown() {
        JsonPath response = ask(START.formatted("create_nothing"), payload(List.of(Map.of())));

        assertThat(response.getString("data.startProcess.message")).contains("create_nothing");
    }

    @Test
    void saysThatAProcessCannotBeResumed() {
        JsonPath response =
                ask("mutation { resumeProcess(processId: \"20000000-0000-4000-8000-000000000001\")" + ANSWER + " }");

        assertThat(response.getString("data.resumeProcess.message")).contains("completed");
    }

    private static Map<String, Object> payload(List<?> pages) {
        return Map.of("payload", Map.of("payload", pages));
    }
}
