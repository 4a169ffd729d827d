package dev.orchestrator.generator.description;

import dev.orchestrator.generator.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether names can become Java, and none is given twice. */
final class NameCheck {
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern TAG = Pattern.compile("[A-Z0-9_]{1,20}");

    /** What the generated code calls by its simple name already. */
    private static final Set<String> TAKEN_TYPES = Set.of(
            "ArrayList",
            "Form",
            "FormReply",
            "InetAddress",
            "Instant",
            "IpPrefix",
            "Json",
            "List",
            "LocalDate",
            "Map",
            "Nullable",
            "ObjectNode",
            "Product",
            "ProductBlock",
            "Products",
            "Range",
            "RequiredFrom",
            "Size",
            "State",
            "StepFailure",
            "StepList",
            "SubscriptionModel",
            "Test",
            "UUID");

    private final Set<String> fields = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    /** The entry 'name', to become a field. */
    String field(Section section) {
        String name = section.text("name");
        if (!section.has("name") || name.isEmpty()) {
            return "unnamed";
        }
        if (!FIELD.matcher(name).matches()) {
            section.problem(
                    "name",
                    "'" + name + "' can't be a name: expected lower-case words with underscores, such as group_name");
            return "unnamed";
        }
        if (!Names.isFree(Names.camel(name))) {
            section.problem("name", "'" + name + "' is a reserved word of Java; choose another name");
        }
        if (!fields.add(name)) {
            section.problem("name", "There are two of the name '" + name + "' here");
        }
        return name;
    }

    String type(Section section, String key) {
        String type = section.text(key);
        if (!section.has(key) || type.isEmpty()) {
            return "Unnamed";
        }
        if (!TYPE.matcher(type).matches()) {
            section.problem(
                    key,
                    "'" + type + "' can't be a class: expected capitalised words without spaces, such as UserGroup");
        } else if (TAKEN_TYPES.contains(type) || isOfTheLanguage(type)) {
            section.problem(key, "'" + type + "' is a class already that the generated code uses; choose another name");
        } else if (!types.add(type)) {
            section.problem(key, "There are two classes of the name '" + type + "' here");
        }
        return type;
    }

    private static boolean isOfTheLanguage(String type) {
        try {
            Class.forName("java.lang." + type, false, null);
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    String tag(Section section) {
        String tag = section.text("tag");
        if (section.has("tag") && !tag.isEmpty() && !TAG.matcher(tag).matches()) {
            section.problem(
                    "tag",
                    "'" + tag
                            + "' can't be a tag: expected up to 20 capitals, digits and underscores, such as USER_INT");
        }
        return tag;
    }

    /** The entry 'values', to become the constants of an enum. */
    List<String> values(Section section) {
        List<String> values = section.texts("values");
        if (values.stream().map(Names::constant).distinct().count() < values.size()) {
            section.problem("values", "Two of the 'values' would be the same constant in Java: " + values);
        }
        return values;
    }
}
