-- What data versions are written with: one function for each change to the catalogue, by names alone, and its counterpart for the
-- undo script. 'db migrate-domain-models' and 'db migrate-workflows' write calls of these; so may people. A name that is not there is
-- an error, so that a script written for another database fails whole instead of doing half of its work.

-- What the remove functions delete, as it was, so that the restore functions can bring it back, byte for byte. It may be emptied
-- at any time; what was in it can't be restored any more then.
CREATE TABLE removed_rows (
    removed_row_id bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    -- Shared by all rows that one call removed.
    removal        bigint      NOT NULL,
    subject        text        NOT NULL,
    table_name     text        NOT NULL,
    content        jsonb       NOT NULL,
    removed_at     timestamptz NOT NULL DEFAULT current_timestamp
);
CREATE INDEX removed_rows_subject_ix ON removed_rows (subject, removal);
CREATE SEQUENCE removals;

-- Moves the rows of a table for which the condition holds; it may name the ids that are given as $1 and $2.
CREATE FUNCTION remove_rows(subject text, removal bigint, table_name text, condition text, id uuid, other_id uuid DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO removed_rows (removal, subject, table_name, content)
                    SELECT $3, $4, %L, to_jsonb(t) FROM %I t WHERE %s', table_name, table_name, condition)
        USING id, other_id, removal, subject;
    EXECUTE format('DELETE FROM %I t WHERE %s', table_name, condition) USING id, other_id;
END $$;

-- Brings back what the last removal of this subject took, in the reverse order, so that no row comes before one that it refers to.
CREATE FUNCTION restore_rows(restored text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    last_removal bigint := (SELECT max(removal) FROM removed_rows WHERE subject = restored);
    part record;
BEGIN
    IF last_removal IS NULL THEN
        RAISE EXCEPTION 'Nothing is kept of % to be restored', restored;
    END IF;
    FOR part IN
        SELECT r.table_name,
               (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                FROM pg_attribute a
                WHERE a.attrelid = r.table_name::regclass AND a.attnum > 0 AND NOT a.attisdropped
                  AND a.attgenerated = '') AS columns
        FROM removed_rows r WHERE r.removal = last_removal
        GROUP BY r.table_name ORDER BY max(r.removed_row_id) DESC
    LOOP
        EXECUTE format('INSERT INTO %1$I (%2$s)
                        SELECT %2$s FROM (SELECT (jsonb_populate_record(NULL::%1$I, content)).*
                                          FROM removed_rows WHERE removal = $1 AND table_name = %1$L) AS kept',
                       part.table_name, part.columns)
            USING last_removal;
    END LOOP;
    DELETE FROM removed_rows WHERE removal = last_removal;
END $$;

-- The same in every database, so that links can be shared; another one only where a renamed thing has it already.
CREATE FUNCTION catalogue_id(kind text, name text, taken boolean) RETURNS uuid LANGUAGE sql AS $$
    SELECT CASE WHEN taken THEN gen_random_uuid() ELSE md5(kind || ' ' || name)::uuid END
$$;

-- Stable, so that a statement that changes a name does not look for it again at the next row.
CREATE FUNCTION id_of_product(product text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_id uuid := (SELECT product_id FROM products WHERE name = product);
BEGIN
    IF found_id IS NULL THEN RAISE EXCEPTION 'There is no product named "%"', product; END IF;
    RETURN found_id;
END $$;

CREATE FUNCTION id_of_product_block(block text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_id uuid := (SELECT product_block_id FROM product_blocks WHERE name = block);
BEGIN
    IF found_id IS NULL THEN RAISE EXCEPTION 'There is no product block named "%"', block; END IF;
    RETURN found_id;
END $$;

CREATE FUNCTION id_of_resource_type(type text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_id uuid := (SELECT resource_type_id FROM resource_types WHERE resource_type = type);
BEGIN
    IF found_id IS NULL THEN RAISE EXCEPTION 'There is no resource type named "%"', type; END IF;
    RETURN found_id;
END $$;

CREATE FUNCTION id_of_workflow(workflow text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_id uuid := (SELECT workflow_id FROM workflows WHERE name = workflow);
BEGIN
    IF found_id IS NULL THEN RAISE EXCEPTION 'There is no workflow named "%"', workflow; END IF;
    RETURN found_id;
END $$;

-- Products -----------------------------------------------------------------------------------------------------------------

CREATE FUNCTION create_product(product text, type text, tag text, description text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO products (product_id, name, description, product_type, tag)
    VALUES (catalogue_id('product', create_product.product,
                         EXISTS (SELECT FROM products WHERE product_id = md5('product ' || create_product.product)::uuid)),
            create_product.product, create_product.description, create_product.type, create_product.tag)
$$;

CREATE FUNCTION rename_product(product text, new_name text) RETURNS void LANGUAGE sql AS $$
    UPDATE products SET name = new_name WHERE product_id = id_of_product(product)
$$;

CREATE FUNCTION change_product_type(product text, type text) RETURNS void LANGUAGE sql AS $$
    UPDATE products SET product_type = type WHERE product_id = id_of_product(product)
$$;

CREATE FUNCTION remove_subscriptions(product text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    id uuid := id_of_product(product);
    subject text := 'subscriptions to ' || product;
    removal bigint := nextval('removals');
    subscribed text := 'SELECT subscription_id FROM subscriptions WHERE product_id = $1';
    instances text := 'SELECT subscription_instance_id FROM subscription_instances WHERE subscription_id IN (' || subscribed || ')';
BEGIN
    PERFORM remove_rows(subject, removal, 'subscription_instance_relations',
                        format('in_use_by_id IN (%1$s) OR depends_on_id IN (%1$s)', instances), id);
    PERFORM remove_rows(subject, removal, 'subscription_instance_values',
                        format('subscription_instance_id IN (%s)', instances), id);
    PERFORM remove_rows(subject, removal, 'subscription_instances', format('subscription_id IN (%s)', subscribed), id);
    PERFORM remove_rows(subject, removal, 'subscription_customer_descriptions', format('subscription_id IN (%s)', subscribed), id);
    PERFORM remove_rows(subject, removal, 'subscription_metadata', format('subscription_id IN (%s)', subscribed), id);
    PERFORM remove_rows(subject, removal, 'processes_subscriptions', format('subscription_id IN (%s)', subscribed), id);
    PERFORM remove_rows(subject, removal, 'subscriptions', 'product_id = $1', id);
END $$;

-- Takes the subscriptions along only where db downgrade was told to lose data; a data version removes them by themselves before.
CREATE FUNCTION remove_product(product text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    id uuid := id_of_product(product);
    subject text := 'product ' || product;
    removal bigint := nextval('removals');
    subscribed bigint := (SELECT count(*) FROM subscriptions WHERE product_id = id);
BEGIN
    IF subscribed > 0 THEN
        IF current_setting('orchestrator.lose_data', true) IS DISTINCT FROM 'on' THEN
            RAISE EXCEPTION 'There are % subscriptions to the product "%"', subscribed, product
                USING HINT = 'Remove them first: SELECT remove_subscriptions(...), or, going back, db downgrade --lose-data';
        END IF;
        PERFORM remove_subscriptions(product);
    END IF;
    PERFORM remove_rows(subject, removal, 'fixed_inputs', 'product_id = $1', id);
    PERFORM remove_rows(subject, removal, 'product_product_blocks', 'product_id = $1', id);
    PERFORM remove_rows(subject, removal, 'products_workflows', 'product_id = $1', id);
    PERFORM remove_rows(subject, removal, 'products', 'product_id = $1', id);
END $$;

CREATE FUNCTION restore_product(product text) RETURNS void LANGUAGE sql AS $$
    SELECT restore_rows('product ' || product)
$$;

CREATE FUNCTION restore_subscriptions(product text) RETURNS void LANGUAGE sql AS $$
    SELECT restore_rows('subscriptions to ' || product)
$$;

-- Fixed inputs -------------------------------------------------------------------------------------------------------------

CREATE FUNCTION create_fixed_input(product text, fixed_input text, value text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO fixed_inputs (name, value, product_id) VALUES (fixed_input, create_fixed_input.value, id_of_product(product))
$$;

CREATE FUNCTION rename_fixed_input(product text, fixed_input text, new_name text) RETURNS void LANGUAGE sql AS $$
    UPDATE fixed_inputs SET name = new_name WHERE product_id = id_of_product(product) AND name = fixed_input
$$;

CREATE FUNCTION change_fixed_input(product text, fixed_input text, value text) RETURNS void LANGUAGE sql AS $$
    UPDATE fixed_inputs SET value = change_fixed_input.value WHERE product_id = id_of_product(product) AND name = fixed_input
$$;

CREATE FUNCTION remove_fixed_input(product text, fixed_input text) RETURNS void LANGUAGE sql AS $$
    SELECT remove_rows('fixed input ' || product || ': ' || fixed_input, nextval('removals'), 'fixed_inputs',
                       format('product_id = $1 AND name = %L', fixed_input), id_of_product(product))
$$;

CREATE FUNCTION restore_fixed_input(product text, fixed_input text) RETURNS void LANGUAGE sql AS $$
    SELECT restore_rows('fixed input ' || product || ': ' || fixed_input)
$$;

-- Product blocks -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION create_product_block(block text, tag text, description text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO product_blocks (product_block_id, name, description, tag)
    VALUES (catalogue_id('product block', block,
                         EXISTS (SELECT FROM product_blocks WHERE product_block_id = md5('product block ' || block)::uuid)),
            block, create_product_block.description, create_product_block.tag)
$$;

CREATE FUNCTION rename_product_block(block text, new_name text) RETURNS void LANGUAGE sql AS $$
    UPDATE product_blocks SET name = new_name WHERE product_block_id = id_of_product_block(block)
$$;

-- With its instances in subscriptions.
CREATE FUNCTION remove_product_block(block text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    id uuid := id_of_product_block(block);
    subject text := 'product block ' || block;
    removal bigint := nextval('removals');
    instances text := 'SELECT subscription_instance_id FROM subscription_instances WHERE product_block_id = $1';
BEGIN
    PERFORM remove_rows(subject, removal, 'subscription_instance_relations',
                        format('in_use_by_id IN (%1$s) OR depends_on_id IN (%1$s)', instances), id);
    PERFORM remove_rows(subject, removal, 'subscription_instance_values',
                        format('subscription_instance_id IN (%s)', instances), id);
    PERFORM remove_rows(subject, removal, 'subscription_instances', 'product_block_id = $1', id);
    PERFORM remove_rows(subject, removal, 'product_product_blocks', 'product_block_id = $1', id);
    PERFORM remove_rows(subject, removal, 'product_block_resource_types', 'product_block_id = $1', id);
    PERFORM remove_rows(subject, removal, 'product_block_relations', '$1 IN (in_use_by_id, depends_on_id)', id);
    PERFORM remove_rows(subject, removal, 'product_blocks', 'product_block_id = $1', id);
END $$;

CREATE FUNCTION restore_product_block(block text) RETURNS void LANGUAGE sql AS $$
    SELECT restore_rows('product block ' || block)
$$;

CREATE FUNCTION add_block_to_product(block text, product text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO product_product_blocks (product_id, product_block_id) VALUES (id_of_product(product), id_of_product_block(block))
$$;

CREATE FUNCTION take_block_from_product(block text, product text) RETURNS void LANGUAGE sql AS $$
    DELETE FROM product_product_blocks
    WHERE product_id = id_of_product(product) AND product_block_id = id_of_product_block(block)
$$;

CREATE FUNCTION add_block_to_block(block text, user_block text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO product_block_relations (in_use_by_id, depends_on_id)
    VALUES (id_of_product_block(user_block), id_of_product_block(block))
$$;

-- With the relations between their instances.
CREATE FUNCTION take_block_from_block(block text, user_block text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    user_id uuid := id_of_product_block(user_block);
    used_id uuid := id_of_product_block(block);
    subject text := 'relation of block ' || user_block || ': ' || block;
    removal bigint := nextval('removals');
    instances text := 'SELECT subscription_instance_id FROM subscription_instances WHERE product_block_id = ';
BEGIN
    PERFORM remove_rows(subject, removal, 'subscription_instance_relations',
                        format('in_use_by_id IN (%1$s $1) AND depends_on_id IN (%1$s $2)', instances), user_id, used_id);
    PERFORM remove_rows(subject, removal, 'product_block_relations',
                        'in_use_by_id = $1 AND depends_on_id = $2', user_id, used_id);
END $$;

CREATE FUNCTION restore_block_of_block(block text, user_block text) RETURNS void LANGUAGE sql AS $$
    SELECT restore_rows('relation of block ' || user_block || ': ' || block)
$$;

-- Resource types -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION create_resource_type(resource_type text, description text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO resource_types (resource_type_id, resource_type, description)
    VALUES (catalogue_id('resource type', create_resource_type.resource_type,
                         EXISTS (SELECT FROM resource_types
                                 WHERE resource_type_id = md5('resource type ' || create_resource_type.resource_type)::uuid)),
            create_resource_type.resource_type, create_resource_type.description)
$$;

CREATE FUNCTION rename_resource_type(resource_type text, new_name text) RETURNS void LANGUAGE sql AS $$
    UPDATE resource_types SET resource_type = new_name
    WHERE resource_type_id = id_of_resource_type(rename_resource_type.resource_type)
$$;

-- With its values in subscriptions.
CREATE FUNCTION remove_resource_type(resource_type text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    id uuid := id_of_resource_type(resource_type);
    subject text := 'resource type ' || resource_type;
    removal bigint := nextval('removals');
BEGIN
    PERFORM remove_rows(subject, removal, 'subscription_instance_values', 'resource_type_id = $1', id);
    PERFORM remove_rows(subject, removal, 'product_block_resource_types', 'resource_type_id = $1', id);
    PERFORM remove_rows(subject, removal, 'resource_types', 'resource_type_id = $1', id);
END $$;

CREATE FUNCTION restore_resource_type(resource_type text) RETURNS void LANGUAGE sql AS $$
    SELECT restore_rows('resource type ' || resource_type)
$$;

-- The default becomes the value in all instances of the block that exist already.
CREATE FUNCTION add_resource_type_to_block(resource_type text, block text, default_value text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    type_id uuid := id_of_resource_type(resource_type);
    block_id uuid := id_of_product_block(block);
BEGIN
    INSERT INTO product_block_resource_types (product_block_id, resource_type_id) VALUES (block_id, type_id);
    INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
    SELECT subscription_instance_id, type_id, default_value
    FROM subscription_instances WHERE product_block_id = block_id AND default_value IS NOT NULL;
END $$;

-- With its values in the instances of the block.
CREATE FUNCTION take_resource_type_from_block(resource_type text, block text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    type_id uuid := id_of_resource_type(resource_type);
    block_id uuid := id_of_product_block(block);
    subject text := 'resource type of block ' || block || ': ' || resource_type;
    removal bigint := nextval('removals');
BEGIN
    PERFORM remove_rows(subject, removal, 'subscription_instance_values',
                        'resource_type_id = $1 AND subscription_instance_id IN
                         (SELECT subscription_instance_id FROM subscription_instances WHERE product_block_id = $2)',
                        type_id, block_id);
    PERFORM remove_rows(subject, removal, 'product_block_resource_types',
                        'resource_type_id = $1 AND product_block_id = $2', type_id, block_id);
END $$;

CREATE FUNCTION restore_resource_type_of_block(resource_type text, block text) RETURNS void LANGUAGE sql AS $$
    SELECT restore_rows('resource type of block ' || block || ': ' || resource_type)
$$;

-- In this block only, and the values go along.
CREATE FUNCTION replace_resource_type_of_block(resource_type text, new_type text, block text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    old_id uuid := id_of_resource_type(resource_type);
    new_id uuid := id_of_resource_type(new_type);
    block_id uuid := id_of_product_block(block);
BEGIN
    UPDATE product_block_resource_types SET resource_type_id = new_id
    WHERE product_block_id = block_id AND resource_type_id = old_id;
    UPDATE subscription_instance_values SET resource_type_id = new_id
    WHERE resource_type_id = old_id
      AND subscription_instance_id IN (SELECT subscription_instance_id FROM subscription_instances
                                       WHERE product_block_id = block_id);
END $$;

-- Workflows ----------------------------------------------------------------------------------------------------------------

CREATE FUNCTION add_workflow_to_products(workflow text, VARIADIC tags text[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO products_workflows (product_id, workflow_id)
    SELECT product_id, id_of_workflow(workflow) FROM products WHERE tag = ANY (tags)
    ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION take_workflow_from_products(workflow text, VARIADIC tags text[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM products_workflows
    WHERE workflow_id = id_of_workflow(workflow) AND product_id IN (SELECT product_id FROM products WHERE tag = ANY (tags))
$$;

-- One that was removed before comes back.
CREATE FUNCTION create_workflow(workflow text, target text, is_task boolean, description text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE workflows w
    SET target = create_workflow.target, is_task = create_workflow.is_task,
        description = create_workflow.description, deleted_at = NULL
    WHERE w.name = workflow AND w.deleted_at IS NOT NULL;
    IF NOT FOUND THEN
        INSERT INTO workflows (name, target, is_task, description)
        VALUES (workflow, create_workflow.target, create_workflow.is_task, create_workflow.description);
    END IF;
END $$;

CREATE FUNCTION change_workflow(workflow text, target text, is_task boolean, description text) RETURNS void LANGUAGE sql AS $$
    UPDATE workflows
    SET target = change_workflow.target, is_task = change_workflow.is_task, description = change_workflow.description
    WHERE workflow_id = id_of_workflow(workflow)
$$;

-- It stays for the processes that ran it, marked as deleted.
CREATE FUNCTION remove_workflow(workflow text) RETURNS void LANGUAGE sql AS $$
    UPDATE workflows SET deleted_at = current_timestamp WHERE workflow_id = id_of_workflow(workflow)
$$;

CREATE FUNCTION restore_workflow(workflow text) RETURNS void LANGUAGE sql AS $$
    UPDATE workflows SET deleted_at = NULL WHERE workflow_id = id_of_workflow(workflow)
$$;

-- The undo of create_workflow: once a process has run it, it is marked instead.
CREATE FUNCTION delete_workflow(workflow text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    id uuid := id_of_workflow(workflow);
BEGIN
    IF EXISTS (SELECT FROM processes p WHERE p.workflow_id = id) THEN
        PERFORM remove_workflow(workflow);
    ELSE
        DELETE FROM workflows w WHERE w.workflow_id = id;
    END IF;
END $$;

-- orchestrator-core's guide to 4.0 has statements that say workflow where the table is workflows; by this view they run as written.
CREATE VIEW workflow AS SELECT * FROM workflows;
