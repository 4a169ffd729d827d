package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.SearchValue;

/** What a list looks through when it is searched; each answer is a condition in SQL with its values bound. */
public interface TextSearch {
    String anywhere(SearchValue value, Parameters parameters);

    /** The field is in snake_case; where the list has no such field, no item matches. */
    String inField(String field, SearchValue value, Parameters parameters);
}
