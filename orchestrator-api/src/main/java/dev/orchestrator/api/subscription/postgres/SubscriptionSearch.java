package dev.orchestrator.api.subscription.postgres;

import dev.orchestrator.api.listing.SearchValue;
import dev.orchestrator.api.listing.postgres.Parameters;
import dev.orchestrator.api.listing.postgres.TextSearch;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks for words in a subscription, its product, fixed inputs, values, metadata and customer descriptions. Words are found
 * whole, or from their beginning with an asterisk, whatever their case and whatever signs stand between them.
 */
final class SubscriptionSearch implements TextSearch {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("subscription_id", "s.subscription_id::text"),
            Map.entry("status", "s.status"),
            Map.entry("insync", "s.insync::text"),
            Map.entry("description", "s.description"),
            Map.entry("subscription_description", "s.description"),
            Map.entry("note", "s.note"),
            Map.entry("customer_id", "s.customer_id"),
            Map.entry("start_date", "s.start_date::text"),
            Map.entry("end_date", "s.end_date::text"),
            Map.entry("product_id", "p.product_id::text"),
            Map.entry("product_name", "p.name"),
            Map.entry("product_description", "p.description"),
            Map.entry("product_type", "p.product_type"),
            Map.entry("type", "p.product_type"),
            Map.entry("tag", "p.tag"));

    private static final String ANYWHERE = """
            (concat_ws(' ', s.subscription_id, s.status, s.insync, s.description, s.note, s.customer_id, p.product_id,
                       p.name, p.description, p.tag, p.product_type, m.metadata) ~* {words}
             OR EXISTS (SELECT FROM fixed_inputs f WHERE f.product_id = s.product_id AND f.value ~* {words})
             OR EXISTS (SELECT FROM subscription_customer_descriptions d
                        WHERE d.subscription_id = s.subscription_id AND d.description ~* {words})
             OR EXISTS (SELECT FROM subscription_instances i JOIN subscription_instance_values v USING (subscription_instance_id)
                        WHERE i.subscription_id = s.subscription_id
                          AND (v.value ~* {words} OR i.subscription_instance_id::text ~* {words})))""";

    private static final String CUSTOMER_DESCRIPTION = """
            EXISTS (SELECT FROM subscription_customer_descriptions d
                    WHERE d.subscription_id = s.subscription_id AND d.description ~* {words})""";

    private static final String INSTANCE_ID = """
            EXISTS (SELECT FROM subscription_instances i
                    WHERE i.subscription_id = s.subscription_id AND i.subscription_instance_id::text ~* {words})""";

    /** A name that is no column is that of a resource type, a fixed input or a key in the metadata. */
    private static final String IN_NAMED_VALUE = """
            (m.metadata ->> {name} ~* {words}
             OR EXISTS (SELECT FROM fixed_inputs f
                        WHERE f.product_id = s.product_id AND f.name = {name} AND f.value ~* {words})
             OR EXISTS (SELECT FROM subscription_instances i
                          JOIN subscription_instance_values v USING (subscription_instance_id)
                          JOIN resource_types r USING (resource_type_id)
                        WHERE i.subscription_id = s.subscription_id AND r.resource_type = {name} AND v.value ~* {words}))""";

    @Override
    public String anywhere(SearchValue value, Parameters parameters) {
        return withWords(ANYWHERE, value, parameters);
    }

    @Override
    public String inField(String field, SearchValue value, Parameters parameters) {
        String column = FIELDS.get(field);
        if (column != null) {
            return withWords(column + " ~* {words}", value, parameters);
        }
        return switch (field) {
            case "customer_description" -> withWords(CUSTOMER_DESCRIPTION, value, parameters);
            case "subscription_instance_id" -> withWords(INSTANCE_ID, value, parameters);
            default -> withWords(IN_NAMED_VALUE.replace("{name}", parameters.bind(field)), value, parameters);
        };
    }

    private static String withWords(String condition, SearchValue value, Parameters parameters) {
        return condition.replace("{words}", parameters.bind(pattern(value)));
    }

    /** Made of letters and digits of the value only, so there is nothing in it that would have to be escaped. */
    private static String pattern(SearchValue value) {
        if (value.words().isEmpty()) {
            return "";
        }
        return value.words().stream()
                .collect(Collectors.joining(
                        "[^[:alnum:]]+", "(?<![[:alnum:]])", value.prefix() ? "" : "(?![[:alnum:]])"));
    }
}
