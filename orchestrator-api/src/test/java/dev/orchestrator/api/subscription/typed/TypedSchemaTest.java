package dev.orchestrator.api.subscription.typed;

import static graphql.schema.GraphQLTypeReference.typeRef;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orchestrator.product.FixedInput;
import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionModel;
import graphql.Scalars;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedSchemaTest {
    /** Its name is that of a type which all schemas have. */
    public enum Subscription {
        GOLD
    }

    /** One of its values can't be a name in GraphQL. */
    public enum Speed {
        @JsonProperty("10G")
        TEN
    }

    /** A port. */
    public static class PortBlock extends ProductBlock {
        public String title;
        public Integer subscription;
        public List<Integer> vlans;
    }

    /** A subscription to ports. */
    public static class Ports extends SubscriptionModel {
        @FixedInput
        public Speed speed;

        @FixedInput
        public Subscription level;

        public List<PortBlock> ports;
    }

    private final GraphQLSchema schema = extended();

    @Test
    void listsAreNeverNullNorTheirElements() {
        assertThat(typeOf("PortsSubscription", "ports")).isEqualTo("[PortBlockInactive!]!");
        assertThat(typeOf("PortBlockInactive", "vlans")).isEqualTo("[Int!]!");
    }

    @Test
    void anEnumWhoseNameIsTakenGetsTheWholeNameOfItsClass() {
        assertThat(typeOf("PortsSubscription", "level"))
                .isEqualTo("dev_orchestrator_api_subscription_typed_TypedSchemaTest_Subscription!");
    }

    @Test
    void anEnumWithAValueThatCannotBeANameIsText() {
        assertThat(typeOf("PortsSubscription", "speed")).isEqualTo("String!");
    }

    @Test
    void whatAllBlocksHaveKeepsItsTypeWhateverTheAuthorCallsAValue() {
        assertThat(typeOf("PortBlockInactive", "subscription")).isEqualTo("SubscriptionInterface");
        assertThat(typeOf("PortBlockInactive", "title")).isEqualTo("String");
    }

    private String typeOf(String type, String field) {
        return GraphQLTypeUtil.simplePrint(
                schema.getObjectType(type).getFieldDefinition(field).getType());
    }

    private static GraphQLSchema extended() {
        ProductCatalog catalog = () -> Map.of("Ports", Ports.class);
        GraphQLSchema.Builder builder = builder();
        ProductRegistry registry = new ProductRegistry(List.of(catalog));
        new TypedSchema(registry, null, new TypedEntities(registry, null)).extend(builder);
        return builder.build();
    }

    private static GraphQLSchema.Builder builder() {
        GraphQLFieldDefinition id = GraphQLFieldDefinition.newFieldDefinition()
                .name("subscriptionId")
                .type(ExtendedScalars.UUID)
                .build();
        GraphQLInterfaceType face = GraphQLInterfaceType.newInterface()
                .name("SubscriptionInterface")
                .field(id)
                .build();
        GraphQLObjectType plain = GraphQLObjectType.newObject()
                .name("Subscription")
                .withInterface(face)
                .field(id)
                .build();
        GraphQLObjectType query = GraphQLObjectType.newObject()
                .name("Query")
                .field(field -> field.name("subscription").type(typeRef("SubscriptionInterface")))
                .field(field -> field.name("count").type(Scalars.GraphQLInt))
                .build();
        GraphQLCodeRegistry code = GraphQLCodeRegistry.newCodeRegistry()
                .typeResolver("SubscriptionInterface", environment -> null)
                .build();
        return GraphQLSchema.newSchema().query(query).additionalType(plain).codeRegistry(code);
    }
}
