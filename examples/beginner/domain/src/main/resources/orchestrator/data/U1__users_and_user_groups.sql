-- Takes back V1__users_and_user_groups.sql

-- Workflows, with their links to the products.
SELECT delete_workflow('create_user_group');
SELECT delete_workflow('modify_user_group');
SELECT delete_workflow('terminate_user_group');
SELECT delete_workflow('validate_user_group');
SELECT delete_workflow('create_user');
SELECT delete_workflow('modify_user');
SELECT delete_workflow('terminate_user');
SELECT delete_workflow('task_sync_users');

-- Products, with their fixed inputs and blocks.
SELECT remove_product('User Group');
SELECT remove_product('User internal');
SELECT remove_product('User external');
SELECT remove_product_block('UserBlock');
SELECT remove_product_block('UserGroupBlock');

SELECT remove_resource_type('group_name');
SELECT remove_resource_type('group_id');
SELECT remove_resource_type('username');
SELECT remove_resource_type('age');
SELECT remove_resource_type('user_id');
