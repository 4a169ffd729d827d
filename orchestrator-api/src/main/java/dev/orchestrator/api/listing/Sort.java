package dev.orchestrator.api.listing;

/** One field to sort by, its name in camelCase or snake_case. */
public record Sort(String field, SortOrder order) {}
