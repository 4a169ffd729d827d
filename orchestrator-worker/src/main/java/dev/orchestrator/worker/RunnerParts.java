package dev.orchestrator.worker;

import java.time.Clock;

/** What running a process takes, whether its steps come one by one or in branches. */
record RunnerParts(
        StepRunner steps,
        OutcomeWriter outcomes,
        Families families,
        Recording recording,
        CheckpointWriter writer,
        Clock clock) {}
