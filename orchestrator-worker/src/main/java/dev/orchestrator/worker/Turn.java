package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;

/** One step's turn in a claimed process: all that running and recording it needs. */
record Turn(Claim claim, ProcessRecord record, StepList list, String key, Step step) {}
