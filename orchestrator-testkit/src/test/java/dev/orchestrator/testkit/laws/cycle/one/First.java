package dev.orchestrator.testkit.laws.cycle.one;

import dev.orchestrator.testkit.laws.cycle.two.Second;

public record First(Second second) {}
