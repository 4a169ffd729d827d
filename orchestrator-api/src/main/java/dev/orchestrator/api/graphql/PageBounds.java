package dev.orchestrator.api.graphql;

import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What is around a page of a list. */
@Type("PageInfo")
@DefaultNonNull
@Description("Pagination context to navigate objects with cursor-based pagination")
public record PageBounds(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable Integer startCursor,
        @Nullable Integer endCursor,
        @Nullable Integer totalItems,
        List<@NonNull String> sortFields,
        List<@NonNull String> filterFields) {

    public static PageBounds of(Page<?> page) {
        return new PageBounds(
                page.hasNext(),
                page.hasPrevious(),
                page.items().isEmpty() ? null : page.after(),
                page.endCursor(),
                page.total(),
                page.fields().sortable(),
                page.fields().filterable());
    }
}
