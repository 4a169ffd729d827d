package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.HeadStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code db heads}: what is known of each head and what is applied, for people. */
@Command(
        name = "heads",
        description = "Shows the newest version of each head, which versions the database has and which are to run.",
        mixinStandardHelpOptions = true)
final class HeadsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    HeadsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<HeadStatus> heads = surroundings.database().status();
        HeadLines lines = new HeadLines(heads.getFirst());
        heads.reversed().stream()
                .flatMap(lines::head)
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }
}
