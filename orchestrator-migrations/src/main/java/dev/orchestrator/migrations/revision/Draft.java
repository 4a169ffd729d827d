package dev.orchestrator.migrations.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Changes that wait for the answers to their questions, in the order in which they are asked and made. */
final class Draft {
    private final List<Part> parts = new ArrayList<>();

    private record Part(List<Question> questions, Function<Map<Question, String>, Stream<Change>> changes) {}

    void add(Change change) {
        parts.add(new Part(List.of(), answers -> Stream.of(change)));
    }

    void add(List<Question> questions, Function<Map<Question, String>, Change> change) {
        parts.add(new Part(questions, answers -> Stream.of(change.apply(answers))));
    }

    /** Changes that are only made if the answer is yes. */
    void addIfConfirmed(Question question, List<Change> changes) {
        parts.add(new Part(
                List.of(question),
                answers -> Question.isYes(answers.get(question)) ? changes.stream() : Stream.empty()));
    }

    /** Asks all questions, then makes all changes. */
    List<Change> changes(Answers answers) {
        Map<Question, String> given = answers.to(
                parts.stream().flatMap(part -> part.questions().stream()).toList());
        return parts.stream().flatMap(part -> part.changes().apply(given)).toList();
    }
}
