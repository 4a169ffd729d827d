package dev.orchestrator.testkit.laws.adapter.postgres;

public record PostgresThings(String name) {}
