package dev.orchestrator.process;

import dev.orchestrator.workflow.Step;

/** Where a process goes on. */
public sealed interface NextStep {
    /** What names the place in the record; empty where the record names none that is right. */
    String key();

    /** Run this step; the key names it in the record. */
    record Run(String key, Step step) implements NextStep {}

    /** Record that this step's condition does not hold, and look again. */
    record Skip(String key, Step step) implements NextStep {}

    /** Put on record that the process takes the new steps of this patch, and look again. */
    record Mark(String key, Step.Patch patch) implements NextStep {}

    /** All steps are done. */
    record Finished() implements NextStep {
        @Override
        public String key() {
            return "done";
        }
    }

    /** The record does not fit the code; running anything could skip or repeat a step. */
    record Misfit(String reason) implements NextStep {
        @Override
        public String key() {
            return "";
        }
    }
}
