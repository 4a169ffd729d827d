package org.example.patching;

import dev.orchestrator.workflow.StepList;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;

/** The first stage: the workflow as it was written once. */
@Singleton
@LookupIfProperty(name = "patching.workflow", stringValue = "initial")
public class InitialGreeting extends GreetingTask {
    @Override
    public StepList steps() {
        return wait(prePatchActivity(begin()));
    }
}
