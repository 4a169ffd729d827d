package dev.orchestrator.api.subscription.postgres;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.subscription.StoredBlock;
import dev.orchestrator.api.subscription.StoredBlock.Root;
import dev.orchestrator.api.subscription.StoredBlock.StoredValue;
import dev.orchestrator.api.subscription.StoredBlock.Use;
import dev.orchestrator.api.subscription.StoredBlock.UsedBy;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The blocks of subscriptions, each read once however many of the subscriptions reach it. */
final class BlockRows {
    static final String BLOCKS = """
            WITH RECURSIVE reached (parent, block) AS (
                SELECT subscription_id, subscription_instance_id FROM subscription_instances WHERE subscription_id = ANY($1)
                UNION
                SELECT reached.parent, r.depends_on_id
                FROM reached JOIN subscription_instance_relations r ON r.in_use_by_id = reached.block),
            blocks AS (SELECT block, array_agg(parent) AS parents FROM reached GROUP BY block)
            SELECT blocks.parents, blocks.block, i.subscription_id AS owner, b.name, b.tag, i.label,
                   i.root_field, i.root_order,
                   (SELECT jsonb_agg(jsonb_build_array(t.resource_type, v.value) ORDER BY t.resource_type, v.position)
                    FROM subscription_instance_values v JOIN resource_types t USING (resource_type_id)
                    WHERE v.subscription_instance_id = blocks.block) AS stored,
                   (SELECT jsonb_agg(jsonb_build_array(r.depends_on_id, r.domain_model_attr)
                                     ORDER BY r.domain_model_attr, r.order_id)
                    FROM subscription_instance_relations r WHERE r.in_use_by_id = blocks.block) AS uses,
                   (SELECT jsonb_agg(jsonb_build_array(r.in_use_by_id, u.subscription_id) ORDER BY r.in_use_by_id)
                    FROM subscription_instance_relations r
                      JOIN subscription_instances u ON u.subscription_instance_id = r.in_use_by_id
                    WHERE r.depends_on_id = blocks.block) AS used_by
            FROM blocks JOIN subscription_instances i ON i.subscription_instance_id = blocks.block
              JOIN product_blocks b USING (product_block_id)
            """;

    static final RowMapping<StoredBlock> MAPPING = new RowMapping<>("owner", BlockRows::block);

    private BlockRows() {}

    private static StoredBlock block(Row row, Batch owners) {
        return new StoredBlock(
                row.getUUID("block"),
                row.getUUID("owner"),
                row.getString("name"),
                row.getString("tag"),
                row.getString("label"),
                root(row),
                pairs(row, "stored", StoredValue::new),
                pairs(row, "uses", (block, field) -> new Use(UUID.fromString(block), field)),
                pairs(row, "used_by", (block, by) -> new UsedBy(UUID.fromString(block), UUID.fromString(by))),
                owners);
    }

    private static Root root(Row row) {
        String field = row.getString("root_field");
        return field == null ? null : new Root(field, row.getInteger("root_order"));
    }

    private static <T> List<T> pairs(Row row, String column, BiFunction<String, String, T> maker) {
        if (!(row.getValue(column) instanceof JsonArray pairs)) {
            return List.of();
        }
        return IntStream.range(0, pairs.size())
                .mapToObj(pairs::getJsonArray)
                .map(pair -> maker.apply(pair.getString(0), pair.getString(1)))
                .toList();
    }
}
