package dev.orchestrator.testkit.laws.util;

public record Thing(String name) {}
