package dev.orchestrator.generator.source;

import dev.orchestrator.generator.description.FieldDescription;
import dev.orchestrator.generator.description.ProductDescription;
import dev.orchestrator.generator.description.ValueKind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the tests of a product type: its model, its form and the steps of its workflows. They need no database. */
final class UnitTestSource {
    private final OwnCode code;
    private final ProductDescription product;

    UnitTestSource(OwnCode code, ProductDescription product) {
        this.code = code;
        this.product = product;
    }

    String text() {
        return new JavaFile(code.workflows(product))
                .useStatic("org.assertj.core.api.Assertions.assertThat")
                .use(
                        "dev.orchestrator.form.FormReply",
                        "dev.orchestrator.product.Product",
                        "dev.orchestrator.product.ProductLifecycle",
                        "com.fasterxml.jackson.databind.node.ObjectNode",
                        "dev.orchestrator.state.Json",
                        "dev.orchestrator.state.State",
                        "dev.orchestrator.subscription.ProductRegistry",
                        "dev.orchestrator.workflow.WorkflowRegistry",
                        "java.time.Instant",
                        "java.util.List",
                        "java.util.Map",
                        "java.util.UUID",
                        "org.junit.jupiter.api.Test",
                        code.types() + ".Products",
                        code.types() + "." + product.type())
                .with(fill("""
                        class {{type}}Test {
                            private static final String PAGE = \"""
                                    {{page}}
                                    \""";

                            private final ProductRegistry registry = new ProductRegistry(List.of(new Products()));
                            private final WorkflowRegistry workflows = new WorkflowRegistry(
                                    List.of(new Create{{type}}(), new Modify{{type}}(), new Validate{{type}}(), new Terminate{{type}}()));

                            @Test
                            void isRegistered() {
                                assertThat(registry.productsOf({{type}}.class)).containsExactlyInAnyOrder({{products}});
                            }

                            @Test
                            void holdsWhatIsDescribed() {
                                assertThat(registry.block({{block}}).values())
                                        .extracting(value -> value.name())
                                        .containsExactlyInAnyOrder({{values}});
                            }

                            @Test
                            void isCreatedFromOnePage() {
                                FormReply reply = new Create{{type}}().form(product()).replay(List.of(Json.parse(PAGE)));

                                assertThat(reply).isInstanceOf(FormReply.Complete.class);
                            }

                            @Test
                            void holdsWhatWasAsked() {
                                {{input}} input = State.of((ObjectNode) Json.parse(PAGE)).as({{input}}.class);

                                assertThat({{input}}.of(input.into(null))).isEqualTo(input);
                            }

                            @Test
                            void refusesAFieldThatIsNotAsked() {
                                FormReply reply =
                                        new Create{{type}}().form(product()).replay(List.of(Json.parse("{\\"not_asked\\": 1}")));

                                assertThat(reply).isInstanceOf(FormReply.Invalid.class);
                            }

                            @Test
                            void isCreatedInTheseSteps() {
                                assertThat(steps("create_{{snake}}"))
                                        .containsExactly(
                                                "Start",
                                                "Create subscription",
                                                "Create Process Subscription relation",
                                                "Initialize subscription",
                                                "Set subscription to 'active'",
                                                "Unlock subscription",
                                                "Done");
                            }

                            @Test
                            void isModifiedValidatedAndTerminatedInItsOwnSteps() {
                                assertThat(steps("modify_{{snake}}")).contains("Modify {{words}}");
                                assertThat(steps("validate_{{snake}}")).contains("Check description");
                                assertThat(steps("terminate_{{snake}}")).contains("Set subscription to 'terminated'");
                            }

                            private List<String> steps(String workflow) {
                                return workflows.steps(workflow).orElseThrow().names();
                            }

                            private static Product product() {
                                return new Product(
                                        UUID.randomUUID(),
                                        {{product}},
                                        {{description}},
                                        "{{type}}",
                                        "{{tag}}",
                                        ProductLifecycle.ACTIVE,
                                        Instant.EPOCH,
                                        null,
                                        Map.of());
                            }
                        }
                        """));
    }

    private String fill(String template) {
        return template.replace("{{type}}", product.type())
                .replace("{{snake}}", product.snakeType())
                .replace("{{words}}", product.snakeType().replace('_', ' '))
                .replace("{{input}}", product.root().inputType())
                .replace("{{block}}", Words.quoted(product.root().type()))
                .replace("{{products}}", quoted(product.products().stream()))
                .replace(
                        "{{values}}",
                        quoted(product.root().fields().stream()
                                .filter(field -> field.kind() != ValueKind.BLOCK)
                                .map(FieldDescription::name)))
                .replace("{{page}}", new ExamplePage(product).of(product.root()))
                .replace("{{product}}", Words.quoted(product.products().getFirst()))
                .replace("{{description}}", Words.quoted(product.description()))
                .replace("{{tag}}", product.tag());
    }

    private static String quoted(Stream<String> texts) {
        return texts.map(Words::quoted).collect(Collectors.joining(", "));
    }
}
