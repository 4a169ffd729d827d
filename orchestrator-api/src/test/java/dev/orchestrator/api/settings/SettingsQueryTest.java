package dev.orchestrator.api.settings;

import static dev.orchestrator.api.graphql.Graphql.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ApiDatabase.class)
class SettingsQueryTest {
    private static final String SWITCH =
            "mutation { updateStatus(globalLock: %s) { ... on EngineSettingsType { globalLock globalStatus runningProcesses }"
                    + " ... on Error { message } } }";

    @Test
    void namesTheVersionThatTheUiAsksForFirst() {
        String first = ask("{ version { applicationVersions } }").getString("data.version.applicationVersions[0]");

        assertThat(first).matches("orchestrator-core: \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void showsEngineAndWorkers() {
        JsonPath settings = ask("{ settings { engineSettings { globalLock runningProcesses } cacheNames"
                        + " workerStatus { executorType numberOfWorkersOnline numberOfQueuedJobs numberOfRunningJobs } } }")
                .setRootPath("data.settings");

        assertThat(settings.getInt("engineSettings.runningProcesses")).isZero();
        assertThat(settings.getInt("workerStatus.numberOfWorkersOnline")).isZero();
        assertThat(settings.getMap("cacheNames")).containsKey("all");
    }

    @Test
    void pausesTheEngineAndStartsItAgain() {
        assertThat(ask(SWITCH.formatted(true)).getString("data.updateStatus.globalStatus"))
                .isEqualTo("PAUSED");
        assertThat(ask(SWITCH.formatted(false)).getString("data.updateStatus.globalStatus"))
                .isEqualTo("RUNNING");
    }

    @Test
    void clearsTheCacheThatIsAlwaysEmptyAndRefusesOthers() {
        String clear =
                "mutation { clearCache(name: \"%s\") { ... on CacheClearSuccess { deleted } ... on Error { message } } }";

        assertThat(ask(clear.formatted("all")).<Object>get("data.clearCache.deleted"))
                .isEqualTo(0);
        assertThat(ask(clear.formatted("colours")).getString("data.clearCache.message"))
                .isEqualTo("There is no cache 'colours'; there is [all]");
    }

    @Test
    void listsNothingWhereNothingIsScheduled() {
        JsonPath response = ask(
                "{ scheduledTasks { page { id name nextRunTime trigger workflowId } pageInfo { totalItems endCursor } } }");

        assertThat(response.getList("data.scheduledTasks.page")).isEmpty();
        assertThat(response.getInt("data.scheduledTasks.pageInfo.endCursor")).isEqualTo(-1);
    }

    @Test
    void knowsTheOneCustomer() {
        JsonPath response = ask("{ customers(first: 0) { page { customerId } pageInfo { totalItems } } }");

        assertThat(response.getList("data.customers.page")).isEmpty();
        assertThat(ask("{ customers { page { shortcode } } }").getString("data.customers.page[0].shortcode"))
                .isEqualTo("default-cust");
    }
}
