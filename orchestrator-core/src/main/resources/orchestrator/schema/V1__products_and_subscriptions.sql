-- The product model and the subscriptions to it. Tables, columns and their meaning are those of orchestrator-core,
-- so that SQL and data written for it keep working.

CREATE TABLE products (
    product_id   uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    name         varchar      NOT NULL UNIQUE,
    description  text         NOT NULL,
    product_type varchar      NOT NULL,
    tag          varchar(255) NOT NULL,
    status       varchar(255) NOT NULL DEFAULT 'active',
    created_at   timestamptz  NOT NULL DEFAULT current_timestamp,
    end_date     timestamptz
);

CREATE TABLE fixed_inputs (
    fixed_input_id uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    name           varchar(255) NOT NULL,
    value          varchar      NOT NULL,
    created_at     timestamptz  NOT NULL DEFAULT current_timestamp,
    product_id     uuid         NOT NULL REFERENCES products ON DELETE CASCADE,
    UNIQUE (product_id, name)
);

CREATE TABLE product_blocks (
    product_block_id uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    name             varchar      NOT NULL UNIQUE,
    description      text         NOT NULL,
    tag              varchar(255),
    status           varchar(255) NOT NULL DEFAULT 'active',
    created_at       timestamptz  NOT NULL DEFAULT current_timestamp,
    end_date         timestamptz
);

CREATE TABLE resource_types (
    resource_type_id uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    resource_type    varchar(510) NOT NULL UNIQUE,
    description      text
);

CREATE TABLE product_product_blocks (
    product_id       uuid NOT NULL REFERENCES products ON DELETE CASCADE,
    product_block_id uuid NOT NULL REFERENCES product_blocks ON DELETE CASCADE,
    PRIMARY KEY (product_id, product_block_id)
);
CREATE INDEX product_product_blocks_block_ix ON product_product_blocks (product_block_id);

CREATE TABLE product_block_resource_types (
    product_block_id uuid NOT NULL REFERENCES product_blocks ON DELETE CASCADE,
    resource_type_id uuid NOT NULL REFERENCES resource_types ON DELETE CASCADE,
    PRIMARY KEY (product_block_id, resource_type_id)
);
CREATE INDEX product_block_resource_types_type_ix ON product_block_resource_types (resource_type_id);

CREATE TABLE product_block_relations (
    in_use_by_id  uuid NOT NULL REFERENCES product_blocks ON DELETE CASCADE,
    depends_on_id uuid NOT NULL REFERENCES product_blocks ON DELETE CASCADE,
    min           integer,
    max           integer,
    PRIMARY KEY (in_use_by_id, depends_on_id)
);
CREATE INDEX product_block_relations_depends_on_ix ON product_block_relations (depends_on_id);

CREATE TABLE workflows (
    workflow_id uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    name        varchar     NOT NULL UNIQUE,
    target      varchar     NOT NULL,
    is_task     boolean     NOT NULL DEFAULT false,
    description text,
    created_at  timestamptz NOT NULL DEFAULT current_timestamp,
    deleted_at  timestamptz
);

CREATE TABLE products_workflows (
    product_id  uuid NOT NULL REFERENCES products ON DELETE CASCADE,
    workflow_id uuid NOT NULL REFERENCES workflows ON DELETE CASCADE,
    PRIMARY KEY (product_id, workflow_id)
);
CREATE INDEX products_workflows_workflow_ix ON products_workflows (workflow_id);

CREATE TABLE subscriptions (
    subscription_id uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    description     text         NOT NULL,
    status          varchar(255) NOT NULL,
    product_id      uuid         NOT NULL REFERENCES products,
    customer_id     varchar      NOT NULL,
    insync          boolean      NOT NULL DEFAULT false,
    start_date      timestamptz,
    end_date        timestamptz,
    note            text,
    -- Raised by one with each save; a save that finds another version than it loaded has lost the race.
    version         integer      NOT NULL DEFAULT 1
);
CREATE INDEX subscriptions_product_ix ON subscriptions (product_id);
CREATE INDEX subscriptions_status_ix ON subscriptions (status);
CREATE INDEX subscriptions_customer_ix ON subscriptions (customer_id);
CREATE INDEX subscriptions_start_date_ix ON subscriptions (start_date);

CREATE TABLE subscription_instances (
    subscription_instance_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    -- The owner: the one subscription that may change this instance; others refer to it by relations.
    subscription_id          uuid NOT NULL REFERENCES subscriptions ON DELETE CASCADE,
    product_block_id         uuid NOT NULL REFERENCES product_blocks,
    label                    varchar(255),
    -- Ours: the field of the subscription's model that holds a root block, and its place when that is a list; null for a nested
    -- block, and where orchestrator-core wrote it.
    root_field               text,
    root_order               integer NOT NULL DEFAULT 0
);
CREATE INDEX subscription_instances_subscription_ix ON subscription_instances (subscription_id);
CREATE INDEX subscription_instances_block_ix ON subscription_instances (product_block_id);

CREATE TABLE subscription_instance_values (
    subscription_instance_value_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subscription_instance_id       uuid NOT NULL REFERENCES subscription_instances ON DELETE CASCADE,
    resource_type_id               uuid NOT NULL REFERENCES resource_types,
    -- Text as orchestrator-core writes it; the type comes from the block's class. A list is one row an element.
    value                          text NOT NULL,
    -- Ours: the place of an element in its list, 0 for a single value.
    position                       integer NOT NULL DEFAULT 0
);
CREATE INDEX subscription_instance_values_instance_ix
    ON subscription_instance_values (subscription_instance_id, resource_type_id, position);
CREATE INDEX subscription_instance_values_type_ix ON subscription_instance_values (resource_type_id);

CREATE TABLE subscription_instance_relations (
    in_use_by_id      uuid    NOT NULL REFERENCES subscription_instances ON DELETE CASCADE,
    depends_on_id     uuid    NOT NULL REFERENCES subscription_instances ON DELETE CASCADE,
    order_id          integer NOT NULL DEFAULT 0,
    -- The field of the using block that holds the used one.
    domain_model_attr text,
    PRIMARY KEY (in_use_by_id, depends_on_id, order_id)
);
CREATE INDEX subscription_instance_relations_depends_on_ix ON subscription_instance_relations (depends_on_id);

CREATE TABLE subscription_customer_descriptions (
    id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    subscription_id uuid        NOT NULL REFERENCES subscriptions ON DELETE CASCADE,
    customer_id     varchar     NOT NULL,
    description     text        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT current_timestamp,
    version         integer     NOT NULL DEFAULT 1,
    UNIQUE (customer_id, subscription_id)
);
CREATE INDEX subscription_customer_descriptions_subscription_ix ON subscription_customer_descriptions (subscription_id);

CREATE TABLE subscription_metadata (
    subscription_id uuid  PRIMARY KEY REFERENCES subscriptions ON DELETE CASCADE,
    metadata        jsonb NOT NULL
);
