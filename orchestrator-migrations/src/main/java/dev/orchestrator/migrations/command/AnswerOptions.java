package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.revision.AnswersFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands take that write a data version from the code. */
final class AnswerOptions {
    @Parameters(paramLabel = "MESSAGE", description = "What the version does; it becomes the name of the files.")
    String message;

    @Option(
            names = "--inputs",
            paramLabel = "FILE",
            description = "A JSON file with answers, or the JSON itself, by what they are about:"
                    + " {\"User\": {\"description\": \"a user\", \"tag\": \"USER\"}}. What it lacks is asked for.")
    String inputs;

    @Option(names = "--test", description = "Print what would be written, and write nothing.")
    boolean test;

    AnswersFile file() {
        return inputs == null ? AnswersFile.NONE : AnswersFile.read(inputs);
    }
}
