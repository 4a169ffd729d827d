package dev.orchestrator.testkit.laws.names;

public record ThingManager(String name) {}
