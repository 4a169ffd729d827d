package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.revision.Answers;
import dev.orchestrator.migrations.revision.AnswersFile;
import dev.orchestrator.migrations.revision.WorkflowRevision;
import java.io.PrintWriter;

/** Writes the data version for workflows or for tasks of the system. */
record WorkflowMigration(Surroundings surroundings, AnswerOptions options, PrintWriter out) {
    void write(boolean systemTasks) {
        WrittenVersion version = new WrittenVersion(surroundings.versionFolder(), out);
        version.requireWritable(options);
        AnswersFile inputs = options.file();
        Surroundings.Application application = surroundings.applicationAtTheHeads();
        WorkflowRevision revision = new WorkflowRevision(
                application.workflows(),
                application.products(),
                application.storedWorkflows().all(),
                application.storedProducts().all());
        version.write(options, revision.changes(systemTasks, new Answers(inputs, surroundings.input(), out), inputs));
    }
}
