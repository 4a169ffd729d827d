package dev.orchestrator.api.rest.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.form.Display.Buttons;
import dev.orchestrator.form.Display.Buttons.Button;
import dev.orchestrator.form.Form;
import dev.orchestrator.form.FormFields;
import dev.orchestrator.form.FormPage;
import dev.orchestrator.schedule.Cadence;
import dev.orchestrator.schedule.InvalidCadence;
import dev.orchestrator.state.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages that ask when a workflow is to start by itself, and the trigger that their answers are. */
final class WhenForm {
    static final String TITLE = "Create new schedule";
    static final String TASK = "task";
    static final String TASKS = "TaskChoices";

    private static final String TYPE = "schedule_type";
    private static final String START = "start_date";
    private static final String INTERVAL = "interval";
    private static final String CRON = "cron";
    private static final Duration DEFAULT_WAIT = Duration.ofHours(1);
    private static final Map<String, String> TYPES = inOrder("DATE", "Once", "INTERVAL", "Interval", "CRON", "Cron");

    /** The spans that are offered, each with what it is as an argument of the trigger. */
    private enum Span {
        ONE_HOUR("1 hour", "hours", 1),
        TWO_HOURS("2 hours", "hours", 2),
        FOUR_HOURS("4 hours", "hours", 4),
        TWELVE_HOURS("12 hours", "hours", 12),
        TWENTY_FOUR_HOURS("24 hours", "hours", 24),
        ONE_WEEK("1 week", "weeks", 1),
        TWO_WEEKS("2 weeks", "weeks", 2),
        FOUR_WEEKS("4 weeks", "weeks", 4);

        private final String label;
        private final String unit;
        private final int count;

        Span(String label, String unit, int count) {
            this.label = label;
            this.unit = unit;
            this.count = count;
        }

        static Map<String, String> labels() {
            Map<String, String> labels = new LinkedHashMap<>();
            Arrays.stream(values()).forEach(span -> labels.put(span.name(), span.label));
            return labels;
        }
    }

    private WhenForm() {}

    static Form of(String task, String label, Instant now) {
        return Form.page(TITLE, fields -> {
                    known(fields, task, label);
                    fields.choice(TYPE, "ScheduleTypeEnum", TYPES);
                })
                .then(chosen -> page(task, label, chosen.get(TYPE).asText(), now));
    }

    private static FormPage<ObjectNode> page(String task, String label, String type, Instant now) {
        FormPage<ObjectNode> page = Form.page(TITLE, fields -> {
                    known(fields, task, label);
                    fields.choice(TYPE, "ScheduleTypeEnum", TYPES).readOnly(type);
                    fields.timestamp(START).min(now.getEpochSecond()).defaultsTo(now.plus(DEFAULT_WAIT));
                    switch (Trigger.Kind.valueOf(type)) {
                        case INTERVAL -> fields.choice(INTERVAL, "Intervals", Span.labels());
                        case CRON -> fields.cron(CRON);
                        case DATE -> {}
                    }
                    fields.show("buttons", new Buttons(new Button(null, null), new Button("Create Schedule", null)));
                })
                .submit();
        return Trigger.Kind.valueOf(type) == Trigger.Kind.CRON ? page.check(CRON, WhenForm::problem) : page;
    }

    /** The arguments of the trigger, as the creation of a schedule takes them. */
    static ObjectNode trigger(ObjectNode answers) {
        Trigger.Kind kind = Trigger.Kind.valueOf(answers.get(TYPE).asText());
        String start = Instant.ofEpochSecond(answers.get(START).asLong()).toString();
        ObjectNode arguments = Json.object();
        switch (kind) {
            case DATE -> arguments.put("run_date", start);
            case INTERVAL -> {
                Span span = Span.valueOf(answers.get(INTERVAL).asText());
                arguments.put(START, start).put(span.unit, span.count);
            }
            case CRON ->
                arguments
                        .put(START, start)
                        .put(CronFields.EXPRESSION, answers.get(CRON).asText().strip());
        }
        ObjectNode trigger = Json.object().put("trigger", kind.name().toLowerCase(Locale.ROOT));
        trigger.set("trigger_kwargs", arguments);
        return trigger;
    }

    private static void known(FormFields fields, String task, String label) {
        fields.choice(TASK, TASKS, Map.of(task, label)).readOnly(task);
    }

    private static Optional<String> problem(ObjectNode answers) {
        try {
            new Cadence.Cron(answers.get(CRON).asText().strip(), ZoneOffset.UTC);
            return Optional.empty();
        } catch (InvalidCadence problem) {
            return Optional.of(problem.getMessage());
        }
    }

    private static Map<String, String> inOrder(String... valuesAndLabels) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            options.put(valuesAndLabels[i], valuesAndLabels[i + 1]);
        }
        return options;
    }
}
