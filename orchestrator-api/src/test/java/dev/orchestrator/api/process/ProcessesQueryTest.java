package dev.orchestrator.api.process;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import dev.orchestrator.api.graphql.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class ProcessesQueryTest {
    private static final String SUSPENDED = "20000000-0000-4000-8000-000000000002";
    private static final String FAILED = "20000000-0000-4000-8000-000000000003";

    private static final String DETAIL = """
            query ProcessDetail($processId: String!) {
              processes(filterBy: { value: $processId, field: "processId" }) { page {
                processId lastStatus createdBy startedAt lastModifiedAt lastStep workflowName isTask form traceback currentState
                assignee workflowTarget userPermissions { retryAllowed resumeAllowed }
                steps { name status stepId state stateDelta started completed }
                product { name } customer { fullname }
                subscriptions { page { product { name } description subscriptionId } } } } }
            """;

    @Inject
    Statements statements;

    @Inject
    Pool pool;

    @Test
    void showsTheStepsThatWereExecutedAndThoseToCome() {
        JsonPath process = detail(SUSPENDED);

        assertThat(process.getList("steps.name"))
                .containsExactly(
                        "Start",
                        "Create Process Subscription relation",
                        "Lock subscription",
                        "Approve change",
                        "Approve change",
                        "Modify user group",
                        "Unlock subscription",
                        "Done");
        assertThat(process.getList("steps.status"))
                .containsExactly(
                        "success", "success", "success", "suspend", "pending", "pending", "pending", "pending");
        assertThat(process.getString("steps[4].stepId")).isNull();
        assertThat(process.getString("steps[4].stateDelta")).isNull();
    }

    @Test
    void tellsWhatEachStepChangedAndTheStateAfterIt() {
        JsonPath process = detail(SUSPENDED);

        assertThat(process.getMap("steps[1].stateDelta")).isEqualTo(Map.of("group_name", "Beta"));
        assertThat(process.getMap("steps[1].state")).isEqualTo(Map.of("reporter", "ada", "group_name", "Beta"));
        assertThat(process.getMap("currentState")).isEqualTo(Map.of("reporter", "ada", "group_name", "Beta"));
    }

    @Test
    void showsTheFormThatASuspendedProcessWaitsFor() {
        JsonPath process = detail(SUSPENDED);

        assertThat(process.getString("lastStatus")).isEqualTo("SUSPENDED");
        assertThat(process.getString("form.title")).isEqualTo("Approve change");
        assertThat(process.getMap("form.properties")).containsOnlyKeys("remark");
        assertThat(process.getBoolean("userPermissions.resumeAllowed")).isTrue();
    }

    @Test
    void showsParentAndChildrenOfAPageInAsManyStatementsAsOfOneProcess() {
        execute("UPDATE processes SET parent_pid = '" + FAILED
                + "', parent_step = 'each', parent_item = 0 WHERE pid = '" + SUSPENDED + "'");
        try {
            statements.reset();
            JsonPath page = ask("""
                    { processes(first: 30, sortBy: {field: "startedAt", order: ASC}) { page {
                        processId parentProcessId parent { workflowName }
                        children(first: 5) { page { processId } pageInfo { totalItems } } } } }
                    """).setRootPath("data.processes.page");

            String child = "find { it.processId == '" + SUSPENDED + "' }";
            String parent = "find { it.processId == '" + FAILED + "' }";
            assertThat(page.getString(child + ".parentProcessId")).isEqualTo(FAILED);
            assertThat(page.getString(child + ".parent.workflowName")).isEqualTo("task_sync_users");
            assertThat(page.getList(child + ".children.page")).isEmpty();
            assertThat(page.getList(parent + ".children.page.processId")).containsExactly(SUSPENDED);
            assertThat(page.getInt(parent + ".children.pageInfo.totalItems")).isEqualTo(1);
            assertThat(page.<Object>get(parent + ".parent")).isNull();
            assertThat(statements.count()).isEqualTo(3);
        } finally {
            execute("UPDATE processes SET parent_pid = NULL, parent_step = NULL, parent_item = NULL");
        }
    }

    @Test
    void showsAFailureWithoutAFormOrAProduct() {
        JsonPath process = detail(FAILED);

        assertThat(process.getString("form")).isNull();
        assertThat(process.getString("product")).isNull();
        assertThat(process.getString("customer.fullname")).isNotBlank();
        assertThat(process.getString("traceback")).isNull();
        assertThat(process.getList("steps.status"))
                .containsExactly("success", "success", "failed", "pending", "pending", "pending");
        assertThat(process.getMap("currentState"))
                .isEqualTo(Map.of("reporter", "SYSTEM", "user_count", 60, "error", "The directory refused the sync"));
    }

    @Test
    void saysWhichProcessesWaitForAWorkerWithTheirVersion() {
        execute(
                "INSERT INTO workers VALUES ('w', now(), now(), '[{\"name\": \"modify_user_group\", \"version\": 1}]')");
        try {
            JsonPath page = ask("{ processes(first: 30) { page { processId lastStatus waitsForVersion } } }")
                    .setRootPath("data.processes.page");

            assertThat(page.getBoolean(waitsForVersion(SUSPENDED))).isFalse();
            assertThat(page.getBoolean(waitsForVersion(FAILED))).isTrue();
            assertThat(page.getList("findAll { it.lastStatus == 'COMPLETED' }.waitsForVersion"))
                    .isNotEmpty()
                    .doesNotContain(true);
        } finally {
            execute("DELETE FROM workers");
        }
    }

    @Test
    void showsASuspendedProcessWithoutItsFormWhereNobodyHasItsVersion() {
        execute("UPDATE processes SET workflow_version = 7 WHERE pid = '" + SUSPENDED + "'");
        try {
            assertThat(detail(SUSPENDED).<Object>get("form")).isNull();
        } finally {
            execute("UPDATE processes SET workflow_version = 1 WHERE pid = '" + SUSPENDED + "'");
        }
    }

    @Test
    void showsTheSubscriptionsOfAProcess() {
        JsonPath process = detail(SUSPENDED);

        assertThat(process.getList("subscriptions.page.description")).containsExactly("User Group Alpha");
        assertThat(process.getString("product.name")).isEqualTo("User Group");
    }

    @Test
    void listsWhatIsNotFinishedAsTheUiAsksForIt() {
        JsonPath response = ask(
                """
                query ProcessList($first: Int!, $after: Int!, $sortBy: [GraphqlSort!], $filterBy: [GraphqlFilter!], $query: String) {
                  processes(first: $first, after: $after, sortBy: $sortBy, filterBy: $filterBy, query: $query) {
                    page { workflowName lastStep lastStatus workflowTarget product { name tag } customer { fullname shortcode }
                           createdBy assignee processId startedAt lastModifiedAt isTask note
                           subscriptions { page { subscriptionId description } } }
                    pageInfo { totalItems sortFields filterFields } } }
                """,
                Map.of(
                        "first",
                        15,
                        "after",
                        0,
                        "sortBy",
                        Map.of("field", "lastModifiedAt", "order", "DESC"),
                        "filterBy",
                        List.of(
                                Map.of("field", "isTask", "value", "false"),
                                Map.of(
                                        "field", "lastStatus",
                                        "value",
                                                "created-running-suspended-waiting-failed-resumed-inconsistent_data"))));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.processes.page.processId")).containsExactly(SUSPENDED);
        assertThat(response.getString("data.processes.page[0].assignee")).isEqualTo("NOC");
        assertThat(response.getList("data.processes.pageInfo.sortFields"))
                .contains("lastModifiedAt", "last_modified_at");
    }

    @ParameterizedTest
    @CsvSource({
        "workflowName, modify_user_group, 1",
        "subscriptionId, e0000000-0000-4000-8000-000000000000, 22",
        "customer, 59289a57%, 22",
        "product, User Group, 22",
        "tag, GROUP, 22",
        "target, VALIDATE-SYSTEM, 21",
        "createdBy, ada, 1",
        "startedAt, >=2026-03-20, 2",
        "processId, 20000000, 0",
    })
    void filtersBy(String field, String value, int expected) {
        JsonPath response = ask("{ processes(filterBy: {field: \"%s\", value: \"%s\"}) { pageInfo { totalItems } } }"
                .formatted(field, value));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getInt("data.processes.pageInfo.totalItems")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"productName, ASC", "subscriptions, ASC", "workflowTarget, ASC", "product_created_at, DESC"})
    void sortsBy(String field, String order) {
        JsonPath response =
                ask("{ processes(sortBy: {field: \"%s\", order: %s}) { page { processId } } }".formatted(field, order));

        assertThat(response.getList("errors")).isNull();
        assertThat(response.getList("data.processes.page")).hasSize(10);
    }

    @Test
    void searchesAPartOfTheName() {
        JsonPath response = ask("{ processes(query: \"sync*\") { page { processId } } }");

        assertThat(response.getList("data.processes.page.processId")).containsExactly(FAILED);
    }

    @Test
    void answersOneProcessByItsId() {
        assertThat(ask("{ process(processId: \"%s\") { lastStep } }".formatted(SUSPENDED))
                        .getString("data.process.lastStep"))
                .isEqualTo("Approve change");
        assertThat(ask("{ process(processId: \"00000000-0000-4000-8000-000000000000\") { note } }")
                        .getMap("")
                        .toString())
                .isEqualTo("{data={process=null}}");
    }

    @Test
    void readsStepsStatesProductsAndSubscriptionsOfAPageOnceEach() {
        statements.reset();

        ask("{ processes(first: 20) { page { steps { name } currentState form product { name }"
                + " subscriptions { page { description } } } } }");

        assertThat(statements.count()).isEqualTo(4);
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private static String waitsForVersion(String id) {
        return "find { it.processId == '" + id + "' }.waitsForVersion";
    }

    private static JsonPath detail(String id) {
        JsonPath response = ask(DETAIL, Map.of("processId", id));
        assertThat(response.getList("errors")).isNull();
        return response.setRootPath("data.processes.page[0]");
    }
}
