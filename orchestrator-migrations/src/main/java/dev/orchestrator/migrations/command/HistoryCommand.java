package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.HeadStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code db history}: how each head came to be, for people. */
@Command(
        name = "history",
        description = "Shows the versions of both heads from the newest to the first, and which the database has.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<HeadStatus> heads = surroundings.database().status();
        HeadLines lines = new HeadLines(heads.getFirst());
        heads.reversed().stream()
                .flatMap(lines::history)
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }
}
