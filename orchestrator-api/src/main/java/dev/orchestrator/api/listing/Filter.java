package dev.orchestrator.api.listing;

/** One condition that the items of a list must meet; see the package for the language of its value. */
public record Filter(String field, String value) {}
