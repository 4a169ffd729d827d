package dev.orchestrator.api.subscription.postgres;

import dev.orchestrator.api.listing.postgres.Parameters;
import dev.orchestrator.api.subscription.Relations;

/** Joins subscriptions to those that they are related to by their blocks. */
final class RelatedRows {
    private static final String RELATED = """
            JOIN (
                WITH RECURSIVE steps (parent, subscription_id, depth) AS (
                    SELECT parent, parent, 0 FROM unnest({parents}::uuid[]) AS parent
                    UNION
                    SELECT steps.parent, other.subscription_id, steps.depth + 1
                    FROM steps
                      JOIN subscription_instances own ON own.subscription_id = steps.subscription_id
                      JOIN subscription_instance_relations r ON r.{own} = own.subscription_instance_id
                      JOIN subscription_instances other ON other.subscription_instance_id = r.{other}
                    WHERE other.subscription_id <> steps.subscription_id
                      AND steps.depth < {depth}
                      AND (steps.depth = 0 OR EXISTS (
                          SELECT FROM subscriptions through JOIN products tp USING (product_id)
                          WHERE through.subscription_id = steps.subscription_id AND tp.product_type = ANY({through}))))
                SELECT DISTINCT steps.parent, steps.subscription_id FROM steps
                WHERE steps.subscription_id <> steps.parent) AS related
              ON related.subscription_id = s.subscription_id
             AND (cardinality({statuses}::text[]) = 0 OR s.status = ANY({statuses}))""";

    private RelatedRows() {}

    static String join(Relations relations, String parents, Parameters parameters) {
        boolean inUseBy = relations.direction() == Relations.Direction.IN_USE_BY;
        return RELATED.replace("{parents}", parents)
                .replace("{own}", inUseBy ? "depends_on_id" : "in_use_by_id")
                .replace("{other}", inUseBy ? "in_use_by_id" : "depends_on_id")
                .replace("{depth}", parameters.bind(relations.depth()))
                .replace("{through}", parameters.bindTexts(relations.through()))
                .replace("{statuses}", parameters.bindTexts(relations.statuses()));
    }
}
