package dev.orchestrator.api.subscription;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which related subscriptions are wanted, and through which others to go on. */
@Input("SubscriptionRelationFilter")
@Description("Filter recursion")
public class SubscriptionRelationFilter {
    @Nullable
    @Description("Search by statusses")
    public List<@NonNull String> statuses;

    @DefaultValue("10")
    @Description("the limited depth to recurse through")
    public Integer recurseDepthLimit;

    @Nullable
    @Description("List of product types to recurse into")
    public List<@NonNull String> recurseProductTypes;

    /** The relations that this filter, or none at all, lets pass. */
    static Relations relations(Relations.Direction direction, SubscriptionRelationFilter filter) {
        if (filter == null) {
            return new Relations(direction, List.of(), 1, List.of());
        }
        return new Relations(
                direction,
                Objects.requireNonNullElse(filter.statuses, List.<String>of()).stream()
                        .map(status -> status.toLowerCase(Locale.ROOT))
                        .toList(),
                Objects.requireNonNullElse(filter.recurseDepthLimit, 10),
                Objects.requireNonNullElse(filter.recurseProductTypes, List.of()));
    }
}
