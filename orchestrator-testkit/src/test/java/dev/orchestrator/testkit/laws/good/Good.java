package dev.orchestrator.testkit.laws.good;

import dev.orchestrator.testkit.laws.child.below.Child;

public record Good(Child child) {}
