package dev.orchestrator.generator.source;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds labels to a file of translations and leaves everything else in it as it is. */
final class TranslationLines {
    private TranslationLines() {}

    /** The file with a line for each label that the object of that name does not have; as it was if it has no such object. */
    static String add(String json, String object, Map<String, String> labels) {
        StringBuilder lines = new StringBuilder();
        Matcher place = Pattern.compile(
                        "(?m)^(\\s*)" + Pattern.quote(Words.quoted(object)) + "\\s*:\\s*\\{([ \\t\\n]*)")
                .matcher(json);
        if (!place.find()) {
            return json;
        }
        String indent = place.group(1).replace("\n", "");
        labels.forEach((name, label) -> {
            if (!json.contains(Words.quoted(name) + ":")) {
                lines.append(lines.isEmpty() ? "\n" : ",\n")
                        .append(indent)
                        .append("  ")
                        .append(Words.quoted(name))
                        .append(": ")
                        .append(Words.quoted(label));
            }
        });
        if (lines.isEmpty()) {
            return json;
        }
        boolean empty = json.startsWith("}", place.end());
        int brace = place.end() - place.group(2).length();
        String rest = empty ? "\n" + indent + json.substring(place.end()) : "," + json.substring(brace);
        return json.substring(0, brace) + lines + rest;
    }
}
