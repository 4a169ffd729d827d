package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Describes one field of a page that is built at run time; a record's annotations end up here as well. */
public final class FormField {
    /** What a field's options depend on. */
    enum Kind {
        TEXT,
        CRON,
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TIMESTAMP,
        UUID,
        DATE,
        IP_ADDRESS,
        IP_PREFIX,
        CHOICE,
        LIST,
        OBJECT
    }

    private final String name;
    private final Kind kind;
    private final Function<FormField, FieldType> type;
    private String title;
    private String description;
    private String format;
    private boolean optional;
    private boolean readOnly;
    private Object preset;
    private int minSize;
    private Integer maxSize;
    private boolean notBlank;
    private boolean unique;
    private Pattern pattern;
    private Bounds bounds = Bounds.NONE;
    private TimestampType.Look look = TimestampType.Look.PLAIN;

    private FormField(String name, Kind kind, Function<FormField, FieldType> type) {
        this.name = name;
        this.kind = kind;
        this.type = type;
    }

    static FormField text(String name) {
        return new FormField(name, Kind.TEXT, f -> new TextType(f.minSize, f.maxSize, f.notBlank, f.pattern, f.format));
    }

    static FormField cron(String name) {
        return new FormField(name, Kind.CRON, f -> new CronType());
    }

    static FormField bool(String name) {
        return new FormField(name, Kind.BOOLEAN, f -> new BooleanType());
    }

    static FormField integer(String name, Bounds range) {
        return new FormField(name, Kind.INTEGER, f -> new IntegerType(f.bounds, range));
    }

    static FormField decimal(String name) {
        return new FormField(name, Kind.DECIMAL, f -> new DecimalType(f.bounds));
    }

    static FormField timestamp(String name) {
        return new FormField(name, Kind.TIMESTAMP, f -> new TimestampType(f.bounds, f.look));
    }

    static FormField uuid(String name) {
        return new FormField(name, Kind.UUID, f -> new UuidType(f.format == null ? UuidType.PLAIN : f.format));
    }

    static FormField date(String name) {
        return new FormField(name, Kind.DATE, f -> ParsedTextType.DATE);
    }

    static FormField ipAddress(String name) {
        return new FormField(name, Kind.IP_ADDRESS, f -> ParsedTextType.IP_ADDRESS);
    }

    static FormField ipPrefix(String name) {
        return new FormField(name, Kind.IP_PREFIX, f -> ParsedTextType.IP_PREFIX);
    }

    static FormField choice(String name, String choice, Map<String, String> options) {
        return new FormField(name, Kind.CHOICE, f -> new ChoiceType(choice, options, f.format));
    }

    static FormField list(String name, FieldType item) {
        return new FormField(name, Kind.LIST, f -> new ListType(item, f.minSize, f.maxSize, f.unique));
    }

    static FormField object(String name, ObjectType object) {
        return new FormField(name, Kind.OBJECT, f -> object);
    }

    /** The field may be left empty. */
    public FormField optional() {
        optional = true;
        return this;
    }

    /** The pre-filled value: text, number, boolean, UUID, instant, date, IP address or prefix, enum, choice, list, record or JSON. */
    public FormField defaultsTo(Object value) {
        preset = value;
        return this;
    }

    /** Shows the value and accepts no other; null is shown as empty. */
    public FormField readOnly(Object value) {
        readOnly = true;
        preset = value == null ? FieldValues.toJson(null) : value;
        return this;
    }

    FormField readOnly() {
        readOnly = true;
        return this;
    }

    /** The label, where the one made from the name does not do. */
    public FormField title(String text) {
        title = text;
        return this;
    }

    /** The help text. */
    public FormField description(String text) {
        description = text;
        return this;
    }

    /** Marks a text, UUID or choice for a widget of the web UI, such as {@code productId}. */
    public FormField format(String name) {
        only("format", Kind.TEXT, Kind.UUID, Kind.CHOICE);
        if (format != null) {
            throw new IllegalArgumentException(
                    "The field " + this.name + " can't be shown both as " + format + " and as " + name);
        }
        format = name;
        return this;
    }

    /** A text area of several lines. */
    public FormField longText() {
        only("long text", Kind.TEXT);
        return format("long");
    }

    /** A text that is submitted and not shown. */
    public FormField hidden() {
        only("hidden", Kind.TEXT);
        return format("hidden");
    }

    /** An e-mail address. */
    public FormField email() {
        only("email", Kind.TEXT);
        return format(TextType.EMAIL);
    }

    /** Radio buttons instead of a drop-down. */
    public FormField radio() {
        only("radio", Kind.CHOICE);
        return format(ChoiceType.RADIO);
    }

    /** The least and the greatest number of characters or items; {@link Integer#MAX_VALUE} is no limit. */
    public FormField size(int min, int max) {
        only("size", Kind.TEXT, Kind.LIST);
        minSize = Math.max(min, minSize);
        maxSize = max == Integer.MAX_VALUE ? maxSize : Integer.valueOf(max);
        return this;
    }

    FormField notBlank() {
        only("not blank", Kind.TEXT);
        notBlank = true;
        return size(1, Integer.MAX_VALUE);
    }

    /** A regular expression that the whole text must match. */
    public FormField pattern(Pattern expression) {
        only("pattern", Kind.TEXT);
        pattern = expression;
        return this;
    }

    /** All items must differ. */
    public FormField unique() {
        only("unique", Kind.LIST);
        unique = true;
        return this;
    }

    /** The least number that is allowed; for a timestamp in unix seconds. */
    public FormField min(Number limit) {
        return bound(Bounds.Kind.AT_LEAST, limit.toString());
    }

    /** The greatest number that is allowed; for a timestamp in unix seconds. */
    public FormField max(Number limit) {
        return bound(Bounds.Kind.AT_MOST, limit.toString());
    }

    /** The number must be a multiple of this one. */
    public FormField multipleOf(Number factor) {
        return bound(Bounds.Kind.MULTIPLE_OF, factor.toString());
    }

    FormField bound(Bounds.Kind limit, String value) {
        only("bounds", Kind.INTEGER, Kind.DECIMAL, Kind.TIMESTAMP);
        bounds = bounds.with(limit, new BigDecimal(value));
        return this;
    }

    FormField look(TimestampType.Look look) {
        only("timestamp", Kind.TIMESTAMP);
        this.look = look;
        return this;
    }

    FieldType type() {
        return type.apply(this);
    }

    InputField build() {
        FieldType built = type();
        String label = built.fixedTitle() == null ? title : built.fixedTitle();
        JsonNode value = preset == null ? null : asRead(built, FieldValues.toJson(preset));
        return new InputField(name, built, label, description, optional, readOnly, value);
    }

    /** A value that the field would refuse is still shown, so that a person can put it right. */
    private static JsonNode asRead(FieldType type, JsonNode value) {
        JsonNode read = value.isNull() ? null : type.read(value, new Findings());
        return read == null ? value : read;
    }

    private void only(String option, Kind... fitting) {
        if (!Arrays.asList(fitting).contains(kind)) {
            throw new IllegalArgumentException("The field " + name + " can't have the option \"" + option
                    + "\": it fits " + Arrays.toString(fitting) + ", and the field is " + kind);
        }
    }
}
