package dev.orchestrator.migrations.revision;

import java.util.Optional;

/**
 * Something that code can't know.
 *
 * @param heading what the question is about, said once before the questions about the same; empty if the question says it
 * @param text the question
 * @param subject whose answer it is in a file of answers, such as a product's name
 * @param key which of the subject's answers
 */
public record Question(Section section, String heading, String text, String subject, String key, Check check) {

    /** Whether an answer will do. */
    @FunctionalInterface
    public interface Check {
        /** What is wrong with the answer and what was expected; empty when it will do. */
        Optional<String> whyNot(String answer);
    }

    /** For an answer that may be anything but empty, up to a length. */
    static Check text(int longest) {
        return answer -> {
            if (answer.isBlank()) {
                return Optional.of("an answer is needed");
            }
            return answer.length() > longest
                    ? Optional.of("at most %d characters are possible, found %d".formatted(longest, answer.length()))
                    : Optional.empty();
        };
    }

    /** For a yes or no, no being said by an empty answer too. */
    static Check yesOrNo() {
        return answer -> answer.isBlank() || answer.matches("(?i)y|yes|n|no|true|false")
                ? Optional.empty()
                : Optional.of("expected y or n, found '" + answer + "'");
    }

    static boolean isYes(String answer) {
        return answer.matches("(?i)y|yes|true");
    }

    String place() {
        return subject + "." + key;
    }
}
