package org.example.patching;

import dev.orchestrator.workflow.StepList;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;

/** The third stage, when no process is on the old path any more: the old activity is gone. */
@Singleton
@LookupIfProperty(name = "patching.workflow", stringValue = "patch-deprecated")
public class PatchDeprecatedGreeting extends GreetingTask {
    @Override
    public StepList steps() {
        return wait(begin().deprecatePatch("my-patch", GreetingTask::postPatchActivity));
    }
}
