package dev.orchestrator.generator.source;

import dev.orchestrator.generator.Names;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of Java that several kinds of file need. */
final class Words {
    private Words() {}

    /** A Javadoc of one line, in front of a member when it is indented; nothing when there is nothing to say. */
    static String comment(String indent, String text) {
        String sentence = text.replace("*/", "* /").replaceAll("\\s+", " ").strip();
        if (sentence.isEmpty()) {
            return "";
        }
        String capital = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        return indent + "/** " + capital + (capital.matches(".*[.!?]") ? "" : ".") + " */\n";
    }

    /** The constants of an enum, each with its name on the wire where that is not its own in lower case. */
    static String constants(String indent, List<String> values, JavaFile file) {
        return values.stream().map(value -> constant(indent, value, file)).collect(Collectors.joining(",\n", "", "\n"));
    }

    private static String constant(String indent, String value, JavaFile file) {
        String name = Names.constant(value);
        if (name.toLowerCase(Locale.ROOT).equals(value)) {
            return indent + name;
        }
        file.use("com.fasterxml.jackson.annotation.JsonProperty");
        return indent + "@JsonProperty(" + quoted(value) + ")\n" + indent + name;
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
