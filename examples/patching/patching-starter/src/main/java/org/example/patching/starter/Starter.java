package org.example.patching.starter;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a workflow under an id of one's own, and asks what it has come to. */
@QuarkusMain
@Command(
        name = "starter",
        mixinStandardHelpOptions = true,
        description = "Starts workflows of the example and asks for their results.")
public class Starter implements QuarkusApplication, Callable<Integer> {
    private static final String NO_SUCH_TABLE = "42P01";

    @Inject
    Greetings greetings;

    @ArgGroup(multiplicity = "1")
    Choice choice;

    static final class Choice {
        @Option(names = "--start-workflow", paramLabel = "ID", description = "Starts a workflow under this id.")
        String start;

        @Option(
                names = "--query-workflow",
                paramLabel = "ID",
                description = "Prints the result of the workflow with this id.")
        String query;

        @Option(
                names = "--finish-workflow",
                paramLabel = "ID",
                description = "Ends the wait of the workflow with this id.")
        String finish;
    }

    @Override
    public int run(String... arguments) {
        return new CommandLine(this)
                .setExecutionExceptionHandler(Starter::sayWhy)
                .execute(arguments);
    }

    @Override
    public Integer call() {
        if (choice.start != null) {
            UUID run = greetings.start(choice.start);
            System.out.println("Started workflow with ID " + choice.start + " and run ID " + run);
        } else if (choice.query != null) {
            System.out.println("Query result for ID " + choice.query + ": " + greetings.result(choice.query));
        } else {
            greetings.finish(choice.finish);
            System.out.println("Finished workflow with ID " + choice.finish);
        }
        return CommandLine.ExitCode.OK;
    }

    private static int sayWhy(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        boolean isEmpty = failure instanceof PgException refused && NO_SUCH_TABLE.equals(refused.getSqlState());
        command.getErr()
                .println(
                        isEmpty
                                ? "The database is empty. Start a worker first, which prepares it: ./worker --workflow initial"
                                : failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
