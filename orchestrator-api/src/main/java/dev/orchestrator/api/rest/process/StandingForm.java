package dev.orchestrator.api.rest.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.Form;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ResumeProcess;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The form at which a process stands, for looking at it. */
final class StandingForm {
    private static final Logger LOG = Logger.getLogger(StandingForm.class);

    private StandingForm() {}

    /** Empty also for a process whose record does not fit the workflow any more. */
    static Optional<Form> of(ResumeProcess resume, ProcessRecord record) {
        try {
            return resume.formOf(record);
        } catch (OrchestratorException refusal) {
            if (refusal.code() != ErrorCode.ACTION_NOT_ALLOWED) {
                throw refusal;
            }
            LOG.warnf("Process %s has no form to show: %s", record.process().processId(), refusal.getMessage());
            return Optional.empty();
        }
    }
}
