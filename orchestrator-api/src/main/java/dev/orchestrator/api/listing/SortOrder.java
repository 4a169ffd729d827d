package dev.orchestrator.api.listing;

/** Sort order (ASC or DESC) */
public enum SortOrder {
    ASC,
    DESC
}
