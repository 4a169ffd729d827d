package dev.orchestrator.subscription;

import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.DISABLED;
import static dev.orchestrator.subscription.SubscriptionLifecycle.INITIAL;
import static dev.orchestrator.subscription.SubscriptionLifecycle.MIGRATING;
import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;
import static dev.orchestrator.subscription.SubscriptionLifecycle.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.Violation;
import dev.orchestrator.product.Product;
import dev.orchestrator.product.ProductLifecycle;
import dev.orchestrator.subscription.Network.Circuit;
import dev.orchestrator.subscription.Network.NodeBlock;
import dev.orchestrator.subscription.Workshop.Affiliation;
import dev.orchestrator.subscription.Workshop.User;
import dev.orchestrator.subscription.Workshop.UserGroup;
import dev.orchestrator.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelCheckTest {
    private final ModelAssembler assembler = new ModelAssembler(
            new ProductRegistry(List.of(new Workshop(), new Network())), SettableClock.at("2026-01-01T00:00:00Z"));

    @Test
    void demandsNothingOfANewModel() {
        assertThat(violations(newUser(), INITIAL)).isEmpty();
        assertThat(violations(newUser(), TERMINATED)).isEmpty();
    }

    @Test
    void demandsWhatProvisioningNeeds() {
        assertThat(violations(newUser(), PROVISIONING))
                .containsExactly(
                        "user.group: is required from provisioning on",
                        "user.username: is required from provisioning on");
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "MIGRATING", "DISABLED"})
    void demandsEverythingButTheNullableFromActiveOn(SubscriptionLifecycle lifecycle) {
        assertThat(List.of(ACTIVE, MIGRATING, DISABLED)).contains(lifecycle);
        assertThat(violations(newUser(), lifecycle))
                .containsExactly(
                        "user.group: is required from provisioning on",
                        "user.username: is required from provisioning on",
                        "user.user_id: is required from active on");
    }

    @Test
    void leavesTheBlocksOfOthersToTheirOwners() {
        UserGroup group = (UserGroup) assembler.create(product("User Group", Map.of()), Workshop.CUSTOMER);
        User user = newUser();
        user.user.group = group.userGroup;
        user.user.username = "ada";
        user.user.userId = 1L;

        assertThat(violations(user, ACTIVE)).isEmpty();
        assertThat(violations(group, ACTIVE)).hasSize(2);
    }

    @Test
    void demandsRootBlocks() {
        User user = newUser();
        user.user = null;

        assertThat(violations(user, ACTIVE)).containsExactly("user: is required from active on");
    }

    @Test
    void checksTheBoundsOfLists() {
        Circuit circuit = (Circuit) assembler.create(product("Circuit", Map.of()), Workshop.CUSTOMER);
        circuit.aSide.tags = List.of("1", "2", "3", "4");
        for (int i = 0; i < 5; i++) {
            circuit.via.add(new NodeBlock());
        }

        assertThat(violations(circuit, INITIAL))
                .containsExactly(
                        "via: can have 4 at most, but has 5",
                        "a_side.tags: can have 3 at most, but has 4",
                        "via[0].node_name: is required from initial on",
                        "via[1].node_name: is required from initial on",
                        "via[2].node_name: is required from initial on",
                        "via[3].node_name: is required from initial on",
                        "via[4].node_name: is required from initial on");
        assertThat(violations(circuit, PROVISIONING))
                .contains("b_side.tags: must have at least 1 from provisioning on, but has 0");
    }

    @Test
    void holdsTheProductToItsFixedInputs() {
        User user = newUser();
        user.affiliation = Affiliation.EXTERNAL;

        assertThat(violations(user, INITIAL))
                .containsExactly("affiliation: is fixed to internal by the product User internal, but is EXTERNAL");
    }

    @Test
    void refusesAProductWithoutTheFixedInputsOfItsModel() {
        assertThatThrownBy(() -> assembler.create(product("User internal", Map.of()), Workshop.CUSTOMER))
                .hasMessageContaining("affiliation: the product User internal has no such fixed input;"
                        + " run 'db migrate-domain-models', which adds it");
        assertThatThrownBy(() ->
                        assembler.create(product("User internal", Map.of("affiliation", "alien")), Workshop.CUSTOMER))
                .hasMessageContaining("affiliation: 'alien' is not a valid Affiliation");
    }

    @Test
    void movesOnlyWhereTheLifecycleLeads() {
        User user = newUser();
        user.moveTo(ACTIVE);
        Instant start = user.startDate();
        user.moveTo(TERMINATED);

        assertThat(start).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(user.endDate()).isEqualTo("2026-01-01T00:00:00Z");
        assertThatThrownBy(() -> user.moveTo(PROVISIONING))
                .hasMessageContaining("is terminated and can't become provisioning");
    }

    private User newUser() {
        return (User) assembler.create(product("User internal", Map.of("affiliation", "internal")), Workshop.CUSTOMER);
    }

    private static List<String> violations(SubscriptionModel model, SubscriptionLifecycle lifecycle) {
        return ModelCheck.violations(model, lifecycle).stream()
                .map(Violation::toString)
                .toList();
    }

    private static Product product(String name, Map<String, String> fixedInputs) {
        return new Product(
                UUID.randomUUID(), name, name, name, "T", ProductLifecycle.ACTIVE, Instant.EPOCH, null, fixedInputs);
    }
}
