package dev.orchestrator.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Collects the fields of a page that is built at run time; names are those on the wire, in snake_case. */
public final class FormFields {
    private static final Bounds LONG = Bounds.between(Long.MIN_VALUE, Long.MAX_VALUE);

    private final PageContent content;
    private final Map<String, FormField> inputs = new LinkedHashMap<>();
    private final List<Object> inOrder = new ArrayList<>();

    private FormFields(PageContent content) {
        this.content = content;
    }

    static List<Field> collect(Consumer<FormFields> author, PageContent content) {
        FormFields fields = new FormFields(content);
        author.accept(fields);
        content.defaults().forEach(fields::preset);
        return fields.inOrder.stream().map(FormFields::build).toList();
    }

    public FormField string(String name) {
        return add(name, FormField.text(name));
    }

    public FormField bool(String name) {
        return add(name, FormField.bool(name));
    }

    /** A whole number of 64 bits. */
    public FormField integer(String name) {
        return add(name, FormField.integer(name, LONG));
    }

    public FormField number(String name) {
        return add(name, FormField.decimal(name));
    }

    public FormField uuid(String name) {
        return add(name, FormField.uuid(name));
    }

    /** A moment, in unix seconds. */
    public FormField timestamp(String name) {
        return add(name, FormField.timestamp(name));
    }

    public FormField date(String name) {
        return add(name, FormField.date(name));
    }

    /** An address of IPv4 or IPv6. */
    public FormField ipAddress(String name) {
        return add(name, FormField.ipAddress(name));
    }

    /** A network such as {@code 192.0.2.0/24}. */
    public FormField ipPrefix(String name) {
        return add(name, FormField.ipPrefix(name));
    }

    public FormField cron(String name) {
        return add(name, FormField.cron(name));
    }

    /** One of the options, value to label; {@code choice} names the kind of choice in the schema. */
    public FormField choice(String name, String choice, Map<String, String> options) {
        return add(name, FormField.choice(name, choice, new LinkedHashMap<>(options)));
    }

    /** A list of what the function describes; the name of the item is not used. */
    public FormField list(String name, Function<FormFields, FormField> item) {
        return add(
                name, FormField.list(name, item.apply(new FormFields(content)).type()));
    }

    /** Fields inside the field, as the components of a record. */
    public FormField object(String name, Class<? extends Record> type) {
        return add(name, FormField.object(name, RecordFields.object(type, content)));
    }

    /** Shows something at this place. */
    public FormFields show(String name, Display display) {
        inOrder.add(new DisplayField(name, null, null, display));
        return this;
    }

    private FormField add(String name, FormField field) {
        inputs.put(name, field);
        inOrder.add(field);
        return field;
    }

    private void preset(String name, Object value) {
        FormField field = inputs.get(name);
        if (field == null) {
            throw new IllegalArgumentException("A default is given for " + name + ", which is no field of the page");
        }
        field.defaultsTo(value);
    }

    private static Field build(Object each) {
        return each instanceof FormField field ? field.build() : (DisplayField) each;
    }
}
