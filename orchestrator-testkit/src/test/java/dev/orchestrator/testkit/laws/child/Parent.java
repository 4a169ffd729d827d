package dev.orchestrator.testkit.laws.child;

import dev.orchestrator.testkit.laws.child.below.Child;

public record Parent(Child child) {}
