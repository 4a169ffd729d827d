package dev.orchestrator.subscription.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.subscription.RegistryDifference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryCheckTest {
    private Subscriptions subscriptions;

    @BeforeEach
    void open() {
        subscriptions = new Subscriptions();
    }

    @AfterEach
    void close() {
        subscriptions.close();
    }

    @Test
    void findsNothingWhenTheDatabaseHasWhatTheClassesSay() {
        assertThat(RegistryCheck.requireMatch(Subscriptions.REGISTRY, subscriptions.products.catalogue()))
                .isEmpty();
    }

    @Test
    void refusesADatabaseThatLacksPartsAndNamesThemAll() {
        subscriptions.database.execute("""
                DELETE FROM products WHERE name = 'User Group';
                DELETE FROM fixed_inputs WHERE value = 'internal';
                UPDATE fixed_inputs SET value = 'alien' WHERE value = 'external';
                DELETE FROM resource_types WHERE resource_type = 'age';
                DELETE FROM product_blocks WHERE name = 'UserGroupBlock';
                DELETE FROM product_product_blocks ppb USING products p
                  WHERE p.product_id = ppb.product_id AND p.name = 'Node'""");

        assertThatThrownBy(() -> RegistryCheck.requireMatch(Subscriptions.REGISTRY, subscriptions.products.catalogue()))
                .hasMessageContainingAll(
                        "'db migrate-domain-models' writes the migration that is needed",
                        "product User Group is missing in the database",
                        "fixed input User internal: affiliation is missing in the database",
                        "fixed input User external: affiliation does not fit: 'alien' is not a valid Affiliation",
                        "block of product Node: NodeBlock is missing in the database",
                        "product block UserGroupBlock is missing in the database",
                        "resource type age is missing in the database",
                        "resource type of block UserBlock: age is missing in the database",
                        "relation of block UserBlock: UserGroupBlock is missing in the database");
    }

    @Test
    void reportsButAllowsWhatOnlyTheDatabaseHas() {
        subscriptions.database.execute("""
                INSERT INTO products (name, description, product_type, tag) VALUES ('Old', 'old', 'Old', 'OLD');
                INSERT INTO product_blocks (name, description) VALUES ('OldBlock', 'old');
                INSERT INTO resource_types (resource_type) VALUES ('old_value');
                INSERT INTO product_block_resource_types
                  SELECT b.product_block_id, t.resource_type_id FROM product_blocks b, resource_types t
                  WHERE b.name = 'UserBlock' AND t.resource_type = 'old_value'""");

        assertThat(RegistryCheck.requireMatch(Subscriptions.REGISTRY, subscriptions.products.catalogue()))
                .extracting(RegistryDifference::toString)
                .containsExactly(
                        "product Old is in the database only",
                        "product block OldBlock is in the database only",
                        "resource type of block UserBlock: old_value is in the database only",
                        "resource type old_value is in the database only");
    }
}
