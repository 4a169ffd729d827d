package dev.orchestrator.testkit.laws.cycle.two;

import dev.orchestrator.testkit.laws.cycle.one.First;

public record Second(First first) {}
