package dev.orchestrator.api.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.form.FormReply;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ResumeProcess;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The form at which a process stands, for looking at it. */
public final class StandingForm {
    private static final Logger LOG = Logger.getLogger(StandingForm.class);

    private StandingForm() {}

    /**
     * The first page as JSON schema. Empty also when this program does not have the version of the workflow, the record does not
     * fit it any more, or the workflow's own code fails on it: that is logged here and told when somebody resumes the process, which
     * has to be seen and aborted all the same.
     */
    public static Optional<ObjectNode> of(ResumeProcess resume, ProcessRecord record) {
        try {
            return resume.formOf(record).map(form -> form.replay(List.of())).map(StandingForm::schema);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Process %s has no form to show", record.process().processId());
            return Optional.empty();
        }
    }

    private static ObjectNode schema(FormReply reply) {
        return reply instanceof FormReply.NextPage page ? page.schema() : null;
    }
}
