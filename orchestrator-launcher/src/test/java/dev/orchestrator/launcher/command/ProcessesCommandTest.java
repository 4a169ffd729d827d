package dev.orchestrator.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.launcher.command.StandInApi.Reply;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesCommandTest {
    private static final String ID = "c0000000-0000-4000-8000-000000000001";
    private static final String PROCESS = """
            {"process_id": "%s", "workflow_name": "task_sync_users", "workflow_version": 1, "workflow_target": "SYSTEM", "last_status": "%s",
             "last_step": "Sync users", "started_at": 1760000000.5, "created_by": "ada", "failed_reason": %s,
             "allowed_actions": ["retry", "abort"], "subscriptions": [],
             "steps": [{"name": "Start", "status": "success"}, {"name": "Report", "status": "pending"}]}
            """;
    private static final String FAILED = PROCESS.formatted(ID, "failed", "\"The switch is off\"");
    private static final String COMPLETED = PROCESS.formatted(ID, "completed", "null");
    private static final String HISTORY = """
            [{"kind": "step", "at": 1760000000.5, "name": "Start", "status": "success", "attempt": 1, "created_by": "ada",
              "worker": null, "superseded": false, "reason": null, "detail": {}},
             {"kind": "step", "at": 1760000001, "name": "Sync users", "step_key": "sync", "status": "failed", "attempt": 2, "created_by": "ada",
              "worker": "worker-1", "superseded": true, "reason": null, "detail": {"error": "The switch is off"}},
             {"kind": "action", "at": 1760000002, "name": "go_back", "created_by": "bob", "superseded": false,
              "reason": "it was mended", "detail": null}]
            """;

    @TempDir
    Path root;

    private Checkout checkout;
    private StandInApi api;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(root);
        api = new StandInApi();
    }

    @AfterEach
    void end() throws IOException {
        api.close();
        checkout.close();
    }

    @Test
    void listsInAlignedColumns() {
        api.answering("GET", "/api/processes/", new Reply(200, "[" + FAILED + "]"));

        Checkout.Answer answer =
                ask("list", "--status", "failed,waiting", "--where", "note=x", "--failed-reason", "switch");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text().lines().toList().get(0))
                .matches("PROCESS {31}WORKFLOW {9}STATUS  LAST STEP   STARTED {14}BY   REASON");
        assertThat(answer.text())
                .contains(ID + "  task_sync_users  failed  Sync users")
                .contains("  ada  The switch is off");
        assertThat(asked().getFirst())
                .contains("filter=note,x,failed_reason,%switch%,last_status,failed|waiting")
                .contains("range=0,50");
    }

    @Test
    void listsAsJson() {
        api.answering("GET", "/api/processes/", new Reply(200, "[{\"process_id\": \"x\"}]"));

        assertThat(ask("list", "--json").text()).isEqualTo("[{\"process_id\":\"x\"}]\n");
    }

    @Test
    void showsWhereAProcessStandsAndWhatHappenedToIt() {
        api.answering("GET", "/api/processes/" + ID, new Reply(200, FAILED))
                .answering("GET", "/api/processes/" + ID + "/history", new Reply(200, HISTORY));

        String text = ask("show", ID).text();

        assertThat(text)
                .contains("status       failed, last step: Sync users\nreason       The switch is off\n")
                .containsPattern(
                        "step    Sync users  sync  failed   2    ada  worker-1  \\(gone back behind\\) The switch is off")
                .containsPattern("action  go_back +bob +it was mended")
                .contains("to come: Report")
                .endsWith("allowed now  retry, abort\n");
    }

    @Test
    void saysWhichVersionAProcessWaitsFor() {
        String waiting = COMPLETED
                .replace("completed", "resumed")
                .replace("\"workflow_version\": 1", "\"workflow_version\": 7, \"waits_for_version\": true");
        api.answering("GET", "/api/processes/", new Reply(200, "[" + waiting + "]"))
                .answering("GET", "/api/processes/" + ID, new Reply(200, waiting))
                .answering("GET", "/api/processes/" + ID + "/history", new Reply(200, "[]"));

        assertThat(ask("list").text()).contains("  ada  no running worker has version 7\n");
        assertThat(ask("show", ID).text())
                .contains("workflow     task_sync_users, version 7 (SYSTEM)\n")
                .contains(
                        "waits        no running worker has version 7; what is sent to it is kept until one comes that has\n");
    }

    @Test
    void followsAProcessToItsEnd() {
        api.answering(
                        "GET",
                        "/api/processes/" + ID,
                        new Reply(200, FAILED),
                        new Reply(200, FAILED),
                        new Reply(200, COMPLETED))
                .answering("GET", "/api/processes/" + ID + "/history", new Reply(200, "[]"), new Reply(200, HISTORY));

        Checkout.Answer answer = ask("show", "--follow", ID);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text())
                .contains("action  go_back")
                .endsWith("status       completed, last step: Sync users\n");
    }

    @Test
    void actsOnAProcessByItsId() {
        api.answering("PUT", "/api/processes/actions", report(result("done", "null")));

        Checkout.Answer answer =
                ask("skip", ID, "--step", "sync", "--reason", "The switch is gone", "--reporter", "ada");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text()).endsWith("1 done, 0 refused\n");
        assertThat(asked())
                .containsExactly(
                        "PUT /api/processes/actions?filter=process_id," + ID
                                + "&reporter=ada&reason=The switch is gone&dry_run=false {\"action\":\"skip\",\"step\":\"sync\"}");
    }

    @Test
    void sendsWhatEachActionNeeds() {
        api.answering("PUT", "/api/processes/actions", report(result("done", "null")));
        ask("retry", ID);
        ask("resume", ID, "--page", "{\"approval\": \"approved\"}");
        ask("go-back", ID, "--step", "count");
        ask("edit-state", ID, "--set", "speed=10", "--set", "name=xe-0", "--set", "tags=[\"a\"]");
        ask("priority", ID, "--to", "1");
        ask("due", ID, "--at", "2026-02-01T08:00:00Z");
        ask("abort", ID);

        assertThat(asked().stream().map(line -> line.substring(line.indexOf('{'))))
                .containsExactly(
                        "{\"action\":\"retry\"}",
                        "{\"action\":\"resume\",\"pages\":[{\"approval\":\"approved\"}]}",
                        "{\"action\":\"go_back\",\"step\":\"count\"}",
                        "{\"action\":\"edit_state\",\"state\":{\"speed\":10,\"name\":\"xe-0\",\"tags\":[\"a\"]}}",
                        "{\"action\":\"set_priority\",\"priority\":1}",
                        "{\"action\":\"set_due_time\",\"due_at\":\"2026-02-01T08:00Z\"}",
                        "{\"action\":\"abort\"}");
    }

    @Test
    void tellsAScriptThatAnActionWasRefused() {
        api.answering("PUT", "/api/processes/actions", report(result("refused", "\"It is running\"")));

        Checkout.Answer answer = ask("retry", ID);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("refused  It is running");
    }

    @Test
    void tellsAScriptThatAProcessIsUnknown() {
        api.answering("PUT", "/api/processes/actions", report());

        Checkout.Answer answer = ask("retry", ID);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).startsWith("Not all of these processes exist: 1 unknown\n");
    }

    @Test
    void onlyRehearsesADryRun() {
        api.answering("PUT", "/api/processes/actions", report(result("possible", "null")));

        Checkout.Answer answer = ask("abort", "--status", "failed", "--dry-run");

        assertThat(answer.text()).endsWith("1 possible, 0 refused\n");
        assertThat(asked()).hasSize(1).allMatch(line -> line.contains("dry_run=true"));
    }

    @Test
    void asksBeforeItActsOnWhatAFilterSelects() {
        api.answering(
                "PUT", "/api/processes/actions", report(result("possible", "null")), report(result("done", "null")));

        assertThat(answer("no\n", "abort", "--status", "failed").exitCode()).isEqualTo(1);
        assertThat(asked()).hasSize(1);

        api.answering(
                "PUT", "/api/processes/actions", report(result("possible", "null")), report(result("done", "null")));
        assertThat(answer("yes\n", "abort", "--status", "failed").text())
                .contains("Do 'abort' to 1 processes? Type yes: ")
                .endsWith("1 done, 0 refused\n");
    }

    @Test
    void namesTheOptionWhenNobodyAnswers() {
        api.answering("PUT", "/api/processes/actions", report(result("possible", "null")));

        Checkout.Answer answer = ask("abort", "--status", "failed");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("add --yes");
    }

    @Test
    void asksNobodyWhoReadsJson() {
        assertThat(ask("abort", "--status", "failed", "--json").text()).contains("Add --dry-run or --yes");
        assertThat(asked()).isEmpty();
    }

    @Test
    void needsToKnowWhichProcesses() {
        assertThat(ask("retry").text()).contains("either by their ids, or by conditions");
        assertThat(ask("retry", ID, "--status", "failed").exitCode()).isEqualTo(1);
    }

    @Test
    void understandsNoAgeButItsOwn() {
        assertThat(ask("list", "--older-than", "yesterday").text()).contains("such as 12h; found yesterday");
    }

    @Test
    void repeatsWhatTheApiRefuses() {
        api.answering(
                "GET",
                "/api/processes/",
                new Reply(400, "{\"detail\": \"Invalid filter arguments\", \"status\": 400}"));

        assertThat(ask("list", "--where", "colour=red"))
                .isEqualTo(new Checkout.Answer(1, "Invalid filter arguments\n"));
    }

    @Test
    void saysWhatToDoWhenNoApiAnswers() {
        api.close();

        Checkout.Answer answer = ask("list");

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.text()).contains("Start one with ./orchestrator up, or name yours with --api URL");
    }

    @Test
    void saysThatSomethingElseAnswers() {
        api.answering("GET", "/api/processes/", new Reply(200, "<html>"));

        assertThat(ask("list").exitCode()).isEqualTo(3);
    }

    @Test
    void pausesTheEngineAndLetsItRun() {
        String status = "/api/settings/status";
        api.answering("PUT", status, new Reply(200, "{\"global_status\": \"PAUSING\", \"running_processes\": 2}"))
                .answering("GET", status, new Reply(200, "{\"global_status\": \"PAUSED\", \"running_processes\": 0}"));

        assertThat(checkout.ask("engine", "pause", "--api", api.url()).text()).isEqualTo("PAUSING, 2 processes run\n");
        assertThat(checkout.ask("engine", "status", "--api", api.url()).text()).isEqualTo("PAUSED, 0 processes run\n");
        checkout.ask("engine", "resume", "--api", api.url());
        assertThat(asked())
                .contains("PUT " + status + " {\"global_lock\":true}", "PUT " + status + " {\"global_lock\":false}");
    }

    private Checkout.Answer ask(String... words) {
        return answer("", words);
    }

    private Checkout.Answer answer(String input, String... words) {
        List<String> all = new ArrayList<>(List.of("processes"));
        all.addAll(List.of(words));
        all.addAll(List.of("--api", api.url()));
        return checkout.answer(input, all.toArray(String[]::new));
    }

    private List<String> asked() {
        return api.asked().stream()
                .map(line -> URLDecoder.decode(line, StandardCharsets.UTF_8))
                .toList();
    }

    private static String result(String outcome, String reason) {
        return """
                {"process_id": "%s", "workflow_name": "task_sync_users", "last_status": "failed", "outcome": "%s", "reason": %s}
                """.formatted(ID, outcome, reason);
    }

    private static Reply report(String... results) {
        String list = String.join(",", results);
        return new Reply(
                200,
                "{\"total\": %d, \"done\": %d, \"possible\": %d, \"refused\": %d, \"results\": [%s]}"
                        .formatted(
                                results.length,
                                count(list, "done"),
                                count(list, "possible"),
                                count(list, "refused"),
                                list));
    }

    private static int count(String text, String outcome) {
        return text.split("\"outcome\": \"" + outcome + "\"", -1).length - 1;
    }
}
