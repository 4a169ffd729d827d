package dev.orchestrator.subscription;

import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.product.Block;
import dev.orchestrator.product.FixedInput;
import dev.orchestrator.product.ValueType;
import dev.orchestrator.subscription.Workshop.User;
import dev.orchestrator.subscription.Workshop.UserBlock;
import dev.orchestrator.subscription.Workshop.UserGroup;
import dev.orchestrator.subscription.Workshop.UserGroupBlock;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductRegistryTest {
    private final ProductRegistry workshop = new ProductRegistry(List.of(new Workshop()));

    @Test
    void knowsModelsByProductAndBlocksByName() {
        assertThat(workshop.products()).containsOnlyKeys("User Group", "User internal", "User external");
        assertThat(workshop.blocks()).containsOnlyKeys("UserBlock", "UserGroupBlock");
        assertThat(workshop.resourceTypes()).containsOnlyKeys("age", "group_id", "group_name", "user_id", "username");
        assertThat(workshop.productsOf(User.class)).containsExactly("User external", "User internal");
        assertThat(workshop.productsOf(UserGroup.class)).containsExactly("User Group");
    }

    @Test
    void keepsTheOrderInWhichAuthorsWroteThings() {
        Map<String, Class<? extends SubscriptionModel>> products = new LinkedHashMap<>();
        products.put("User internal", User.class);
        products.put("User Group", UserGroup.class);
        products.put("User external", User.class);

        ProductRegistry registry = new ProductRegistry(List.of(() -> products));

        assertThat(registry.products().keySet()).containsExactly("User internal", "User Group", "User external");
        assertThat(registry.blocks().keySet()).containsExactly("UserBlock", "UserGroupBlock");
        assertThat(registry.resourceTypes().keySet())
                .containsExactly("username", "age", "user_id", "group_name", "group_id");
    }

    @Test
    void takesProductsByNameWhereTheirMapHasNoOrder() {
        assertThat(workshop.products().keySet()).containsExactly("User Group", "User external", "User internal");
    }

    @Test
    void describesABlockInTheOrderOfItsClass() {
        BlockType user = workshop.block("UserBlock");

        assertThat(user.fields()).extracting(ModelField::name).containsExactly("group", "username", "age", "user_id");
        assertThat(user.block("group").orElseThrow().blockType().blockClass()).isEqualTo(UserGroupBlock.class);
        assertThat(user.values())
                .extracting(value -> value.presence().requiredFrom())
                .containsExactly(Optional.of(PROVISIONING), Optional.empty(), Optional.of(ACTIVE));
        assertThat(user.values().getLast().type())
                .isEqualTo(ValueType.of(Long.class).orElseThrow());
    }

    @Test
    void saysWhichProductsThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> workshop.model("Users"))
                .hasMessage("No product catalog of this application names the product 'Users';"
                        + " it names [User Group, User external, User internal]");
    }

    public static class Fine extends ProductBlock {
        public String amount;
    }

    public static class Broken extends ProductBlock {
        public int count;
        public Object anything;
        public List<Object> things;
        public List<List<String>> nested;
        String hidden;
        public final String fixed = "x";
        public String label;
        public String userName;
        public String user_name;

        @Size(max = 3)
        public String text;

        @Nullable
        @RequiredFrom(ACTIVE)
        public String torn;

        @FixedInput
        public String input;

        public Long amount;
        public Fine fine;
        public ProductBlock whatever;
        public static String ignored;
        public transient Object alsoIgnored;

        public Broken(String argument) {}
    }

    @Block(name = "Fine")
    public static class Impostor extends ProductBlock {}

    public static class BrokenModel extends SubscriptionModel {
        public Broken broken;
        public Impostor impostor;
        public String loose;
        public Fine status;
    }

    @Test
    void refusesBadClassesWithEverythingThatIsWrong() {
        ProductCatalog broken = () -> Map.of("Broken", BrokenModel.class, "User Group", UserGroup.class);

        assertThatThrownBy(() -> new ProductRegistry(List.of(new Workshop(), broken)))
                .hasMessageContainingAll(
                        "User Group: is registered twice",
                        "BrokenModel.loose: a model holds blocks and fixed inputs; put values into a block or add @FixedInput",
                        "BrokenModel.status: the name status is taken by the system",
                        "Broken: has no constructor without arguments",
                        "Broken.count: a primitive int can't be absent; use its wrapper class",
                        "Broken.anything: values can't be of type java.lang.Object; possible are Boolean, InetAddress,",
                        "Broken.things: values can't be of type java.util.List<java.lang.Object>",
                        "Broken.nested: values can't be of type java.util.List<java.util.List<java.lang.String>>",
                        "Broken.hidden: is not public; make it public, or transient when it is not part of the model",
                        "Broken.fixed: is final, but is set when the model is loaded",
                        "Broken.label: the name label is taken by the system",
                        "Broken.user_name: another field of Broken is also called user_name",
                        "Broken.text: @Size bounds lists only",
                        "Broken.torn: can't be both nullable and required from ACTIVE",
                        "Broken.input: a fixed input belongs to the subscription's model, not to a block",
                        "ProductBlock: is abstract; models and blocks are made of concrete classes",
                        "the resource type amount is",
                        "Fine: is the name of two blocks, ");
    }

    public static class Plain extends SubscriptionModel {
        public UserBlock user;
    }

    @Test
    void tellsTheNameOfABlockFromItsClass() {
        assertThat(new UserGroupBlock().name()).isEqualTo("UserGroupBlock");
        assertThat(new Impostor().name()).isEqualTo("Fine");
        assertThat(new ProductRegistry(List.of(() -> Map.of("Plain", Plain.class))).blocks())
                .containsOnlyKeys("UserBlock", "UserGroupBlock");
    }

    @Test
    void givesEveryListFieldAList() {
        assertThat(new Network.NodeBlock().ports).isEmpty();
        assertThat(new Network.PortBlock().tags).isEmpty();
    }
}
