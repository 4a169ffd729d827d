package dev.orchestrator.api.rest.process;

import dev.orchestrator.form.Form;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ResumeProcess;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The form at which a process stands, for looking at it. */
final class StandingForm {
    private static final Logger LOG = Logger.getLogger(StandingForm.class);

    private StandingForm() {}

    /**
     * Empty also when the record does not fit the workflow any more or the workflow's own code fails on it: that is logged here
     * and told when somebody resumes the process, which has to be seen and aborted all the same.
     */
    static Optional<Form> of(ResumeProcess resume, ProcessRecord record) {
        try {
            return resume.formOf(record);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Process %s has no form to show", record.process().processId());
            return Optional.empty();
        }
    }
}
