package dev.orchestrator.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a page shows without asking: a component of the page's record that gets its content from {@link
 * FormPage#defaults}, or added with {@link FormPage#show}. Never part of the input.
 */
public sealed interface Display {

    /** A line of text. */
    record Label(String text) implements Display {}

    /** A horizontal rule. */
    record Divider() implements Display {}

    /** Text in Markdown, in the given colour. */
    record Markdown(String content, Tone color) implements Display {
        public Markdown(String content) {
            this(content, Tone.PRIMARY);
        }
    }

    /** A box that catches the eye. */
    record Callout(String header, String message, String iconType, Tone messageType) implements Display {
        public Callout(String header, String message, Tone messageType) {
            this(header, message, "info", messageType);
        }
    }

    /** The colours that the web UI knows. */
    enum Tone {
        PRIMARY,
        SUCCESS,
        WARNING,
        DANGER,
        ACCENT;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The texts and colours of the page's buttons; the field must be called {@code buttons}. */
    record Buttons(Button previous, Button next) implements Display {
        /** One button; null leaves text or colour as they are. */
        public record Button(String text, Tone color) {}
    }

    /** A table with a column of labels and one further column for each header. */
    record Summary(List<String> headers, List<String> labels, List<List<String>> columns) implements Display {
        public Summary {
            int lines = labels.size();
            if (columns.size() != headers.size() || columns.stream().anyMatch(column -> column.size() != lines)) {
                throw new IllegalArgumentException(
                        "A summary needs a column for each header and in each column a cell for each label");
            }
            headers = List.copyOf(headers);
            labels = List.copyOf(labels);
            columns = columns.stream().map(List::copyOf).toList();
        }

        /** An empty table; one header and one column for a plain summary, two to compare before and after. */
        public static Summary of(String... headers) {
            return new Summary(List.of(headers), List.of(), Collections.nCopies(headers.length, List.of()));
        }

        /** This table with one more line; an absent value is an empty cell. */
        public Summary row(String label, Object... cells) {
            if (cells.length != headers.size()) {
                throw new IllegalArgumentException(
                        "The line " + label + " has " + cells.length + " cells for " + headers.size() + " headers");
            }
            List<List<String>> longer = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                longer.add(with(columns.get(i), cells[i] == null ? "" : cells[i].toString()));
            }
            return new Summary(headers, with(labels, label), longer);
        }

        private static List<String> with(List<String> texts, String text) {
            String[] longer = Arrays.copyOf(texts.toArray(String[]::new), texts.size() + 1);
            longer[texts.size()] = text;
            return List.of(longer);
        }
    }
}
