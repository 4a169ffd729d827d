package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a form, and what comes after it. Immutable: each method returns a changed copy.
 *
 * @param <T> how the page's values are seen by its rules and by the pages after it
 */
public final class FormPage<T> implements Form {
    private static final String NO_TITLE = "unknown";

    private final Function<PageContent, List<Field>> fields;
    private final Function<ObjectNode, T> view;
    private String title;
    private Boolean hasNext = true;
    private PageContent content = PageContent.EMPTY;
    private Map<String, Display> shown = Map.of();
    private List<PageRule<T>> rules = List.of();
    private Function<? super T, ? extends Form> next = values -> Form.end();

    FormPage(String title, Function<PageContent, List<Field>> fields, Function<ObjectNode, T> view) {
        this.title = title == null ? NO_TITLE : title;
        this.fields = fields;
        this.view = view;
    }

    private FormPage(FormPage<T> other) {
        this.title = other.title;
        this.fields = other.fields;
        this.view = other.view;
        this.hasNext = other.hasNext;
        this.content = other.content;
        this.shown = other.shown;
        this.rules = other.rules;
        this.next = other.next;
    }

    /** The options of a choice, value to label, in the order in which they are shown. */
    public FormPage<T> choices(Class<? extends Choice> choice, Map<String, String> options) {
        FormPage<T> copy = new FormPage<>(this);
        copy.content = content.withChoices(choice, options);
        return copy;
    }

    /** The pre-filled values, the values of read-only fields and the content of display components; null gives none. */
    public FormPage<T> defaults(T values) {
        FormPage<T> copy = new FormPage<>(this);
        copy.content = content.withDefaults(FieldValues.ofPage(values));
        return copy;
    }

    /** Shows something above the fields. */
    public FormPage<T> show(String name, Display display) {
        FormPage<T> copy = new FormPage<>(this);
        copy.shown = new LinkedHashMap<>(shown);
        copy.shown.put(name, display);
        return copy;
    }

    /** Shows a table above the fields; any name but {@code summary} does, the web UI can't show that one. */
    public FormPage<T> summary(String name, Display.Summary summary) {
        return show(name, summary);
    }

    /** A rule over the whole page, asked when each field by itself is valid; its text is shown to the user. */
    public FormPage<T> check(Function<? super T, Optional<String>> rule) {
        return check(FieldError.ROOT, rule);
    }

    /** A rule whose violation is shown at the field of that name on the wire. */
    public FormPage<T> check(String field, Function<? super T, Optional<String>> rule) {
        FormPage<T> copy = new FormPage<>(this);
        copy.rules = new ArrayList<>(rules);
        copy.rules.add(new PageRule<>(field, rule));
        return copy;
    }

    /** Announces this page as the one to be submitted: its button starts or resumes the process. */
    public FormPage<T> submit() {
        FormPage<T> copy = new FormPage<>(this);
        copy.hasNext = false;
        return copy;
    }

    /** Announces nothing about further pages, as the pages that the framework puts before an author's. */
    public FormPage<T> unannounced() {
        FormPage<T> copy = new FormPage<>(this);
        copy.hasNext = null;
        return copy;
    }

    /** What is asked after this page, knowing its values; {@link Form#end} for nothing more. */
    public Form then(Function<? super T, ? extends Form> following) {
        FormPage<T> copy = new FormPage<>(this);
        copy.next = following;
        return copy;
    }

    /** As {@link #then}, for a page that is to be submitted. */
    public Form thenSubmit(Function<? super T, ? extends FormPage<?>> following) {
        return then(values -> following.apply(values).submit());
    }

    String title() {
        return title;
    }

    Boolean hasNext() {
        return hasNext;
    }

    ObjectNode schema() {
        Definitions definitions = new Definitions();
        return definitions.addTo(page().schema(title, definitions));
    }

    PageResult submit(JsonNode posted) {
        Findings findings = new Findings();
        ObjectNode values = page().read(posted, findings);
        if (findings.count() > 0) {
            return new PageResult.Refused(findings.errors());
        }
        T seen = view.apply(values);
        rules.forEach(rule -> rule.check(seen, posted, findings));
        return findings.count() > 0
                ? new PageResult.Refused(findings.errors())
                : new PageResult.Accepted(values, next.apply(seen));
    }

    private FieldSet page() {
        List<Field> all = new ArrayList<>();
        shown.forEach((name, display) -> all.add(new DisplayField(name, null, null, display)));
        all.addAll(fields.apply(content));
        return new FieldSet(all);
    }

    private record PageRule<T>(String field, Function<? super T, Optional<String>> rule) {
        void check(T values, JsonNode posted, Findings findings) {
            rule.apply(values).ifPresent(text -> {
                JsonNode input = field.equals(FieldError.ROOT) ? posted : posted.path(field);
                findings.at(field).refuse("value_error", text, input.isMissingNode() ? null : input, error(text));
            });
        }

        private static ObjectNode error(String text) {
            return Findings.context().put("error", text);
        }
    }
}
