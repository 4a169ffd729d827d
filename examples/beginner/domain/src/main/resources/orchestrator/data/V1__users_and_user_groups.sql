-- The products of the workshop, what they are made of, and the workflows for them. The ids are fixed, so that every
-- environment has the same ones and links can be shared.

INSERT INTO products (product_id, name, description, product_type, tag, status) VALUES
    ('1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c01', 'User Group', 'user group administration', 'UserGroup', 'GROUP', 'active'),
    ('1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c02', 'User internal', 'user administration - internal', 'User', 'USER_INT', 'active'),
    ('1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c03', 'User external', 'user administration - external', 'User', 'USER_EXT', 'active');

INSERT INTO fixed_inputs (product_id, name, value) VALUES
    ('1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c02', 'affiliation', 'internal'),
    ('1b3ec5a4-7c4e-4f0c-8a3e-0d1f5a6b7c03', 'affiliation', 'external');

INSERT INTO product_blocks (product_block_id, name, description, tag, status) VALUES
    ('2c4fd6b5-8d5f-4a1d-9b4f-1e2a6b7c8d01', 'UserGroupBlock', 'user group block', 'UGB', 'active'),
    ('2c4fd6b5-8d5f-4a1d-9b4f-1e2a6b7c8d02', 'UserBlock', 'user block', 'UB', 'active');

INSERT INTO resource_types (resource_type_id, resource_type, description) VALUES
    ('3d5ae7c6-9e6a-4b2e-8c5a-2f3b7c8d9e01', 'group_name', 'name of the user group'),
    ('3d5ae7c6-9e6a-4b2e-8c5a-2f3b7c8d9e02', 'group_id', 'id of the user group'),
    ('3d5ae7c6-9e6a-4b2e-8c5a-2f3b7c8d9e03', 'username', 'name of the user'),
    ('3d5ae7c6-9e6a-4b2e-8c5a-2f3b7c8d9e04', 'age', 'age of the user'),
    ('3d5ae7c6-9e6a-4b2e-8c5a-2f3b7c8d9e05', 'user_id', 'id of the user');

INSERT INTO product_product_blocks (product_id, product_block_id)
SELECT product_id, product_block_id
FROM (VALUES ('User Group', 'UserGroupBlock'), ('User internal', 'UserBlock'), ('User external', 'UserBlock'))
         AS part (product, block)
    JOIN products ON products.name = part.product
    JOIN product_blocks ON product_blocks.name = part.block;

INSERT INTO product_block_resource_types (product_block_id, resource_type_id)
SELECT product_block_id, resource_type_id
FROM (VALUES ('UserGroupBlock', 'group_name'), ('UserGroupBlock', 'group_id'),
             ('UserBlock', 'username'), ('UserBlock', 'age'), ('UserBlock', 'user_id'))
         AS part (block, type)
    JOIN product_blocks ON product_blocks.name = part.block
    JOIN resource_types ON resource_types.resource_type = part.type;

-- A user's block refers to the block of the group.
INSERT INTO product_block_relations (in_use_by_id, depends_on_id) VALUES
    ('2c4fd6b5-8d5f-4a1d-9b4f-1e2a6b7c8d02', '2c4fd6b5-8d5f-4a1d-9b4f-1e2a6b7c8d01');

INSERT INTO workflows (name, target, is_task, description) VALUES
    ('create_user_group', 'CREATE', false, 'Create user group'),
    ('modify_user_group', 'MODIFY', false, 'Modify user group'),
    ('terminate_user_group', 'TERMINATE', false, 'Terminate user group'),
    ('validate_user_group', 'VALIDATE', true, 'Validate user group'),
    ('create_user', 'CREATE', false, 'Create user'),
    ('modify_user', 'MODIFY', false, 'Modify user'),
    ('terminate_user', 'TERMINATE', false, 'Terminate user'),
    ('task_sync_users', 'SYSTEM', true, 'Sync users');

-- Notes may be put on every subscription; that workflow comes with the system.
INSERT INTO products_workflows (product_id, workflow_id)
SELECT product_id, workflow_id
FROM products
    JOIN workflows ON workflows.name = 'modify_note'
        OR products.product_type = 'UserGroup' AND workflows.name LIKE '%\_user\_group'
        OR products.product_type = 'User' AND workflows.name IN ('create_user', 'modify_user', 'terminate_user');
