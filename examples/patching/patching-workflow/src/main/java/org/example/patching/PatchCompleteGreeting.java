package org.example.patching;

import dev.orchestrator.workflow.StepList;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;

/** The last stage, when no process is marked any more: nothing tells that there ever was a patch. */
@Singleton
@LookupIfProperty(name = "patching.workflow", stringValue = "patch-complete")
public class PatchCompleteGreeting extends GreetingTask {
    @Override
    public StepList steps() {
        return wait(postPatchActivity(begin()));
    }
}
