package dev.orchestrator.benchmarks.reads;

/**
 * The limit: for each answer one statement that knows the products' shapes, which is what somebody would write who needs just that
 * answer as fast as it can be had. Each gives the same JSON as our way, which the benchmark checks.
 */
final class HandWrittenSql {
    /** A page of circuits, the newest first; the parameters are its length and where it begins. */
    static final String PAGE = """
            WITH page AS (
              SELECT * FROM subscriptions ORDER BY start_date DESC NULLS LAST, subscription_id LIMIT ? OFFSET ?)
            SELECT json_build_object('data', json_build_object('subscriptions', json_build_object(
              'page', (
                SELECT json_agg(json_build_object(
                  'subscriptionId', page.subscription_id, 'description', page.description, 'status', upper(page.status),
                  'insync', page.insync, 'customerId', page.customer_id, 'note', page.note, 'version', page.version,
                  'startDate', to_char(page.start_date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                  'product', json_build_object('productId', p.product_id, 'name', p.name, 'productType', p.product_type,
                                               'tag', p.tag, 'status', upper(p.status)),
                  'productBlockInstances', (
                    SELECT json_agg(json_build_object(
                      'id', block.place, 'parent', CASE WHEN block.place > 0 THEN 0 END,
                      'subscriptionInstanceId', block.id, 'ownerSubscriptionId', page.subscription_id,
                      'productBlockInstanceValues', (
                        SELECT json_agg(entry.entry ORDER BY entry.place)
                        FROM (SELECT 1 AS place, json_build_object('field', 'name', 'value', block.name) AS entry
                              UNION ALL SELECT 2, json_build_object('field', 'label', 'value', block.label)
                              UNION ALL
                              SELECT CASE t.resource_type WHEN 'circuit_name' THEN 3 WHEN 'bandwidth' THEN 4
                                                          WHEN 'service_class' THEN 5 WHEN 'port_name' THEN 3 ELSE 4 END,
                                     CASE t.resource_type
                                       WHEN 'circuit_name' THEN json_build_object('field', 'circuitName', 'value', v.value)
                                       WHEN 'service_class' THEN json_build_object('field', 'serviceClass', 'value', v.value)
                                       WHEN 'port_name' THEN json_build_object('field', 'portName', 'value', v.value)
                                       ELSE json_build_object('field', t.resource_type, 'value', v.value::integer) END
                              FROM subscription_instance_values v JOIN resource_types t USING (resource_type_id)
                              WHERE v.subscription_instance_id = block.id) entry))
                      ORDER BY block.place)
                    FROM (SELECT i.subscription_instance_id AS id, b.name, i.label,
                                 CASE r.domain_model_attr WHEN 'left' THEN 1 WHEN 'right' THEN 2 ELSE 0 END AS place
                          FROM subscription_instances i JOIN product_blocks b USING (product_block_id)
                            LEFT JOIN subscription_instance_relations r ON r.depends_on_id = i.subscription_instance_id
                          WHERE i.subscription_id = page.subscription_id) block))
                  ORDER BY page.start_date DESC NULLS LAST, page.subscription_id)
                FROM page JOIN products p USING (product_id)),
              'pageInfo', (SELECT json_build_object('totalItems', count(*), 'hasNextPage', true) FROM subscriptions))))::text
            """;

    /** A circuit as the REST domain model shows it; the parameter is its id. */
    static final String CIRCUIT = """
            WITH blocks AS (
              SELECT i.subscription_instance_id AS id, i.subscription_id AS owner, i.label, b.name,
                     r.domain_model_attr AS field,
                     (SELECT json_object_agg(t.resource_type,
                                             CASE WHEN t.resource_type IN ('bandwidth', 'vlan')
                                                  THEN to_json(v.value::integer) ELSE to_json(v.value) END)
                      FROM subscription_instance_values v JOIN resource_types t USING (resource_type_id)
                      WHERE v.subscription_instance_id = i.subscription_instance_id) AS stored
              FROM subscription_instances i JOIN product_blocks b USING (product_block_id)
                LEFT JOIN subscription_instance_relations r ON r.depends_on_id = i.subscription_instance_id
              WHERE i.subscription_id = ?::uuid),
            endpoints AS (
              SELECT field, json_build_object(
                       'name', name, 'subscription_instance_id', id, 'owner_subscription_id', owner, 'label', label,
                       'port_name', stored -> 'port_name', 'vlan', stored -> 'vlan',
                       'in_use_by_ids', json_build_array(), 'in_use_by_relations', json_build_array()) AS block
              FROM blocks WHERE field IS NOT NULL)
            SELECT json_build_object(
              'product', json_build_object(
                'product_id', p.product_id, 'name', p.name, 'description', p.description, 'product_type', p.product_type,
                'tag', p.tag, 'status', p.status, 'created_at', extract(epoch FROM p.created_at),
                'end_date', extract(epoch FROM p.end_date)),
              'customer_id', s.customer_id, 'subscription_id', s.subscription_id, 'description', s.description,
              'status', s.status, 'insync', s.insync, 'start_date', extract(epoch FROM s.start_date),
              'end_date', extract(epoch FROM s.end_date), 'note', s.note, 'version', s.version,
              'product_id', NULL, 'name', NULL, 'tag', NULL, 'customer_descriptions', json_build_array(),
              'circuit', json_build_object(
                'name', root.name, 'subscription_instance_id', root.id, 'owner_subscription_id', root.owner,
                'label', root.label, 'circuit_name', root.stored -> 'circuit_name', 'bandwidth', root.stored -> 'bandwidth',
                'service_class', root.stored -> 'service_class',
                'left', (SELECT block FROM endpoints WHERE field = 'left'),
                'right', (SELECT block FROM endpoints WHERE field = 'right'),
                'in_use_by_ids', json_build_array(), 'in_use_by_relations', json_build_array()))::text
            FROM blocks root JOIN subscriptions s ON s.subscription_id = root.owner JOIN products p USING (product_id)
            WHERE root.field IS NULL
            """;

    /** A network, its blocks from the root down with the block that uses each; the parameter is its id. */
    static final String NETWORK = """
            SELECT json_build_object(
              'subscription_id', s.subscription_id, 'customer_id', s.customer_id, 'description', s.description,
              'status', s.status, 'insync', s.insync, 'start_date', s.start_date, 'end_date', s.end_date, 'note', s.note,
              'version', s.version,
              'product', json_build_object(
                'product_id', p.product_id, 'name', p.name, 'description', p.description, 'product_type', p.product_type,
                'tag', p.tag, 'status', p.status, 'created_at', p.created_at, 'end_date', p.end_date),
              'blocks', (
                SELECT json_agg(json_build_object(
                  'subscription_instance_id', i.subscription_instance_id, 'name', b.name, 'label', i.label,
                  'in_use_by', r.in_use_by_id, 'field', coalesce(r.domain_model_attr, i.root_field), 'place', r.order_id,
                  'stored', stored.stored))
                FROM subscription_instances i JOIN product_blocks b USING (product_block_id)
                  JOIN (SELECT v.subscription_instance_id, json_object_agg(t.resource_type, v.value) AS stored
                        FROM subscription_instances o JOIN subscription_instance_values v USING (subscription_instance_id)
                          JOIN resource_types t USING (resource_type_id)
                        WHERE o.subscription_id = s.subscription_id
                        GROUP BY v.subscription_instance_id) stored USING (subscription_instance_id)
                  LEFT JOIN subscription_instance_relations r ON r.depends_on_id = i.subscription_instance_id
                WHERE i.subscription_id = s.subscription_id))::text
            FROM subscriptions s JOIN products p USING (product_id) WHERE s.subscription_id = ?::uuid
            """;

    private HandWrittenSql() {}
}
