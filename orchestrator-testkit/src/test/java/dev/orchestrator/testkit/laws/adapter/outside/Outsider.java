package dev.orchestrator.testkit.laws.adapter.outside;

import dev.orchestrator.testkit.laws.adapter.postgres.PostgresThings;

public record Outsider(PostgresThings things) {}
