package dev.orchestrator.migrations.command;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code db upgrade}: what each rollout runs first. */
@Command(
        name = "upgrade",
        description = "Brings the database to the newest version of both heads; safe to run by many at once and again.",
        mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {
    private static final String HEADS = "heads";

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "VERSION",
            description = "How far: heads, the newest version of schema and data, or a data version, which the"
                    + " newest of the schema goes before.")
    String target;

    UpgradeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Consumer<String> progress = spec.commandLine().getOut()::println;
        if (target.equals(HEADS)) {
            surroundings.database().run(progress);
        } else {
            surroundings.database().runTo(checked(target), progress);
        }
        return ExitCode.OK;
    }

    private String checked(String version) {
        if (!version.matches("V?\\d+")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The version is 'heads' or the number of a data version, not '" + version + "'");
        }
        return version;
    }
}
