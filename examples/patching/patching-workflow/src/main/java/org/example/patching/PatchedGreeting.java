package org.example.patching;

import dev.orchestrator.workflow.StepList;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;

/** The second stage: another activity, for processes that have not come to the first one yet. */
@Singleton
@LookupIfProperty(name = "patching.workflow", stringValue = "patched")
public class PatchedGreeting extends GreetingTask {
    @Override
    public StepList steps() {
        return wait(begin().patched("my-patch", GreetingTask::postPatchActivity, GreetingTask::prePatchActivity));
    }
}
