package dev.orchestrator.migrations.revision;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where answers come from: a file first, then the person at the terminal. */
public final class Answers {
    private final AnswersFile file;
    private final BufferedReader terminal;
    private final PrintWriter out;
    private Section section;
    private String heading = "";

    public Answers(AnswersFile file, BufferedReader terminal, PrintWriter out) {
        this.file = file;
        this.terminal = terminal;
        this.out = out;
    }

    /**
     * The answers to all questions.
     *
     * @throws OrchestratorException naming all answers of the file that will not do, or all that are missing when nobody is there to ask
     */
    Map<Question, String> to(List<Question> questions) {
        Map<Question, String> answers = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Question question : questions) {
            file.answer(question).ifPresent(answer -> {
                question.check().whyNot(answer).ifPresent(why -> violations.add(new Violation(question.place(), why)));
                answers.put(question, answer);
            });
        }
        if (!violations.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, "The answers in the file can't be used; nothing was written", violations);
        }
        List<Question> open = questions.stream()
                .filter(question -> !answers.containsKey(question))
                .toList();
        for (int i = 0; i < open.size(); i++) {
            Optional<String> answer = ask(open.get(i));
            answers.put(open.get(i), answer.orElseThrow(missing(open.subList(i, open.size()))));
        }
        return answers;
    }

    String to(Question question) {
        return to(List.of(question)).get(question);
    }

    /** Asks until the answer will do; empty at the end of the input. */
    private Optional<String> ask(Question question) {
        introduce(question);
        while (true) {
            out.print(question.text() + " ");
            out.flush();
            String answer = read();
            if (answer == null) {
                out.println();
                return Optional.empty();
            }
            Optional<String> whyNot = question.check().whyNot(answer.strip());
            if (whyNot.isEmpty()) {
                return Optional.of(answer.strip());
            }
            out.println("  " + whyNot.get());
        }
    }

    private void introduce(Question question) {
        if (question.section() != section) {
            section = question.section();
            heading = "";
            out.println();
            out.println(section);
        }
        if (!question.heading().isEmpty() && !question.heading().equals(heading)) {
            heading = question.heading();
            out.println(heading);
        }
    }

    private String read() {
        try {
            return terminal.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException("The answer can't be read", failure);
        }
    }

    private static java.util.function.Supplier<OrchestratorException> missing(List<Question> open) {
        return () -> new OrchestratorException(
                ErrorCode.INVALID_INPUT,
                "The input ended before all questions were answered; nothing was written. Put the missing answers into a file"
                        + " and name it with --inputs",
                open.stream()
                        .map(question -> new Violation(question.place(), question.text()))
                        .toList());
    }
}
