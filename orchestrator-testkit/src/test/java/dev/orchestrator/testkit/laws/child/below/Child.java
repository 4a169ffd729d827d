package dev.orchestrator.testkit.laws.child.below;

public record Child(String name) {}
