package dev.orchestrator.form;

import static dev.orchestrator.form.FormPages.asked;
import static dev.orchestrator.form.FormPages.errors;
import static dev.orchestrator.form.FormPages.input;
import static dev.orchestrator.form.FormPages.json;
import static dev.orchestrator.form.FormPages.pages;
import static dev.orchestrator.form.FormPages.schema;
import static dev.orchestrator.form.FormPages.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.form.Display.Label;
import dev.orchestrator.form.Display.Summary;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
import org.junit.jupiter.api.Test;

class FormReplayTest {
    record UserGroupEnum(String value) implements Choice {}

    record Account(
            @Size(min = 2, max = 40) String username,
            @Nullable @Range(max = 150) Integer age,
            @Size(min = 1, max = 1) List<UserGroupEnum> userGroupIds) {}

    record Confirmation(boolean sendWelcome) {}

    record Removal(Label areYouSure) {}

    private static final Map<String, String> GROUPS = new LinkedHashMap<>(Map.of("g1", "User Group Alpha"));

    private static final String ACCOUNT = "{'username': 'ada', 'age': '36', 'user_group_ids': ['g1']}";

    private static final Form CREATE_USER = Form.page("User internal", Account.class)
            .choices(UserGroupEnum.class, GROUPS)
            .thenSubmit(account -> Form.page("User internal summary", Confirmation.class)
                    .summary(
                            "user_summary",
                            Summary.of("New user")
                                    .row("username", account.username())
                                    .row("age", account.age())
                                    .row(
                                            "group",
                                            GROUPS.get(account.userGroupIds()
                                                    .getFirst()
                                                    .value()))));

    @Test
    void asksForTheFirstPageWhenNothingWasPosted() {
        assertThat(schema(CREATE_USER)).isEqualTo(json("""
                {"title": "User internal", "type": "object", "additionalProperties": false,
                 "required": ["username", "user_group_ids"],
                 "properties": {
                   "username": {"type": "string", "title": "Username", "minLength": 2, "maxLength": 40},
                   "age": {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 150}, {"type": "null"}],
                           "title": "Age", "default": null},
                   "user_group_ids": {"type": "array", "title": "User Group Ids", "minItems": 1, "maxItems": 1,
                                      "items": {"$ref": "#/$defs/UserGroupEnum"}}},
                 "$defs": {"UserGroupEnum": {"title": "UserGroupEnum", "type": "string",
                                             "enum": ["g1"], "options": {"g1": "User Group Alpha"}}}}"""));
        assertThat(wire(asked(CREATE_USER).meta())).isEqualTo(json("{'hasNext': true}"));
    }

    @Test
    void makesTheSecondPageFromTheValuesOfTheFirst() {
        assertThat(schema(CREATE_USER, ACCOUNT)).isEqualTo(json("""
                {"title": "User internal summary", "type": "object", "additionalProperties": false,
                 "properties": {
                   "user_summary": {"$ref": "#/$defs/MigrationSummaryValue", "default": null, "format": "summary",
                     "type": "string", "readOnly": true,
                     "uniforms": {"data": {"headers": ["New user"], "labels": ["username", "age", "group"],
                                           "columns": [["ada", "36", "User Group Alpha"]]}},
                     "extraProperties": {"data": {"headers": ["New user"], "labels": ["username", "age", "group"],
                                                  "columns": [["ada", "36", "User Group Alpha"]]}}},
                   "send_welcome": {"type": "boolean", "title": "Send Welcome", "default": false}},
                 "$defs": {"MigrationSummaryValue":
                   {"title": "MigrationSummaryValue", "type": "object", "properties": {}}}}"""));
        assertThat(asked(CREATE_USER, ACCOUNT).hasNext()).isFalse();
    }

    @Test
    void mergesAllPagesWithDefaultsFilledInAndValuesInTheirType() {
        assertThat(input(CREATE_USER, ACCOUNT, "{}"))
                .isEqualTo(json("{'username': 'ada', 'age': 36, 'user_group_ids': ['g1'], 'send_welcome': false}"));
    }

    @Test
    void keepsThePagesApartAsWell() {
        var complete = (FormReply.Complete) CREATE_USER.replay(pages(ACCOUNT, "{'send_welcome': 'yes'}"));

        assertThat(complete.pages()).hasSize(2);
        assertThat(wire(complete.pages().get(1))).isEqualTo(json("{'send_welcome': true}"));
    }

    @Test
    void keepsTheOrderOfTheComponents() {
        assertThat(asked(CREATE_USER).schema().get("properties").fieldNames())
                .toIterable()
                .containsExactly("username", "age", "user_group_ids");
    }

    @Test
    void reportsAllErrorsOfAPageAtOnce() {
        List<FieldError> errors = errors(CREATE_USER, "{'username': 'a', 'age': 151, 'colour': 'red'}");

        assertThat(errors)
                .extracting(FieldError::type)
                .containsExactly("string_too_short", "less_than_equal", "missing", "extra_forbidden");
        assertThat(new FormReply.Invalid("User internal", errors).detail())
                .isEqualTo("4 validation errors for User internal");
    }

    @Test
    void saysOneErrorInTheSingular() {
        var invalid = (FormReply.Invalid) CREATE_USER.replay(pages(ACCOUNT, "{'send_welcome': 'perhaps'}"));

        assertThat(invalid.detail()).isEqualTo("1 validation error for User internal summary");
    }

    @Test
    void letsAnErrorInAnEarlierPageWinOverTooManyPages() {
        assertThat(errors(CREATE_USER, "{}", "{}", "{}")).hasSize(2);
    }

    @Test
    void countsThePagesThatAreTooMany() {
        FormReply reply = CREATE_USER.replay(pages(ACCOUNT, "{}", "{}", "{}"));

        assertThat(reply).isEqualTo(new FormReply.Overflow(2));
        assertThat(((FormReply.Overflow) reply).detail()).isEqualTo("Did not process all user_inputs (2 remaining)");
    }

    @Test
    void asksAnEmptyPageOfWhoeverHasNothingToAnswer() {
        assertThat(schema(Form.none()))
                .isEqualTo(json(
                        "{'title': 'unknown', 'type': 'object', 'properties': {}, 'additionalProperties': false}"));
        assertThat(asked(Form.none()).meta().isNull()).isTrue();
        assertThat(input(Form.none(), "{}")).isEqualTo(json("{}"));
        assertThat(Form.none().replay(pages("{}", "{}"))).isEqualTo(new FormReply.Overflow(1));
    }

    @Test
    void announcesNothingOnAPageOfTheFramework() {
        Form form = Form.page("Create", fields -> fields.string("product"))
                .unannounced()
                .then(chosen -> Form.page(chosen.get("product").asText(), Confirmation.class));

        assertThat(asked(form).hasNext()).isNull();
        assertThat(asked(form, "{'product': 'Port'}").hasNext()).isTrue();
        assertThat(asked(form, "{'product': 'Port'}").schema().get("title").asText())
                .isEqualTo("Port");
    }

    @Test
    void endsEarlyWhenNoFurtherPageIsNeeded() {
        Form form = Form.page("Welcome", Confirmation.class)
                .then(confirmation -> confirmation.sendWelcome() ? CREATE_USER : Form.end());

        assertThat(input(form, "{}")).isEqualTo(json("{'send_welcome': false}"));
        assertThat(asked(form, "{'send_welcome': true}").schema().get("title").asText())
                .isEqualTo("User internal");
    }

    @Test
    void readsNoPagesAtAllAsOneEmptyPageWhenAProcessResumes() {
        assertThat(Form.page("Welcome", Confirmation.class).resume(List.of())).isInstanceOf(FormReply.Complete.class);
        assertThat(CREATE_USER.resume(List.of()))
                .isInstanceOfSatisfying(
                        FormReply.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::type)
                                .containsExactly("missing", "missing"));
    }

    @Test
    void asksForTheSecondPageOfAResumedForm() {
        assertThat(CREATE_USER.resume(pages(ACCOUNT))).isInstanceOf(FormReply.NextPage.class);
    }

    @Test
    void leavesWhatIsOnlyShownOutOfTheInput() {
        Form form = Form.page("Terminate", Removal.class).defaults(new Removal(new Label("Are you sure?")));

        assertThat(input(form, "{}")).isEqualTo(json("{}"));
        assertThat(input(form, "{'are_you_sure': 'Are you sure?'}")).isEqualTo(json("{}"));
    }

    @Test
    void checksARuleOverThePageOnceItsFieldsAreValid() {
        Form form = Form.page("Account", Account.class)
                .choices(UserGroupEnum.class, GROUPS)
                .check(account -> account.username().equals("root") ? Optional.of("root is taken") : Optional.empty())
                .check("age", account -> account.age() == null ? Optional.of("say how old") : Optional.empty());
        String page = "{'username': 'root', 'user_group_ids': ['g1']}";

        assertThat(wire(errors(form, page))).isEqualTo(json("""
                [{"type": "value_error", "loc": ["__root__"], "msg": "root is taken", "ctx": {"error": "root is taken"},
                  "input": {"username": "root", "user_group_ids": ["g1"]}},
                 {"type": "value_error", "loc": ["age"], "msg": "say how old", "ctx": {"error": "say how old"},
                  "input": null}]"""));
        assertThat(errors(form, "{'username': 'root', 'user_group_ids': []}"))
                .extracting(FieldError::type)
                .containsExactly("too_short");
    }
}
