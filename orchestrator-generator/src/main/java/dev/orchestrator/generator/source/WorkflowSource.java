package dev.orchestrator.generator.source;

import dev.orchestrator.generator.Names;
import dev.orchestrator.generator.description.ProductDescription;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the workflows of a product type: create, modify, validate and terminate. */
final class WorkflowSource {
    private static final String LIFECYCLE = "dev.orchestrator.subscription.SubscriptionLifecycle.";

    private final OwnCode code;
    private final ProductDescription product;
    private final String words;

    WorkflowSource(OwnCode code, ProductDescription product) {
        this.code = code;
        this.product = product;
        this.words = product.snakeType().replace('_', ' ');
    }

    /** The texts of the classes by their names. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Create" + product.type(), create());
        texts.put("Modify" + product.type(), modify());
        texts.put("Validate" + product.type(), validate());
        texts.put("Terminate" + product.type(), terminate());
        return texts;
    }

    /** What people read instead of the names of the workflows. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String verb : new String[] {"create", "modify", "validate", "terminate"}) {
            labels.put(verb + "_" + product.snakeType(), Names.capitalised(verb) + " " + words);
        }
        return labels;
    }

    private JavaFile file(String kind) {
        return new JavaFile(code.workflows(product))
                .use(
                        "dev.orchestrator.workflow." + kind + "Workflow",
                        "dev.orchestrator.workflow.StepList",
                        "jakarta.inject.Singleton",
                        code.types() + "." + product.type());
    }

    private String fill(String template) {
        return template.replace("{{type}}", product.type())
                .replace("{{words}}", words)
                .replace("{{step}}", product.snakeType().replace('_', '-'))
                .replace("{{input}}", product.root().inputType())
                .replace("{{root}}", Names.camel(product.root().name()));
    }

    private String create() {
        return file("Create")
                .use("dev.orchestrator.form.Form", "dev.orchestrator.product.Product")
                .useStatic("dev.orchestrator.form.Form.page")
                .useStatic(LIFECYCLE + "ACTIVE")
                .useStatic(LIFECYCLE + "PROVISIONING")
                .with(fill("""
                        /** Makes a subscription to a {{words}}. */
                        @Singleton
                        public class Create{{type}} extends CreateWorkflow<{{type}}> {
                            @Override
                            protected Form form(Product product) {
                                return page(product.name(), {{input}}.class);
                            }

                            @Override
                            public StepList steps() {
                                return create({{input}}.class, this::initialize).moveTo(ACTIVE).unlock();
                            }

                            private void initialize({{type}} subscription, {{input}} input) {
                                subscription.{{root}} = input.into(subscription.{{root}});
                                subscription.description({{input}}.summary(subscription));
                                subscription.moveTo(PROVISIONING);
                            }
                        }
                        """));
    }

    private String modify() {
        return file("Modify")
                .use("dev.orchestrator.form.Form")
                .useStatic("dev.orchestrator.form.Form.page")
                .with(fill("""
                        /** Changes a {{words}}. */
                        @Singleton
                        public class Modify{{type}} extends ModifyWorkflow<{{type}}> {
                            @Override
                            protected Form form({{type}} subscription) {
                                return page(subscription.product().name(), {{input}}.class)
                                        .defaults({{input}}.of(subscription.{{root}}));
                            }

                            @Override
                            public StepList steps() {
                                return modify().step("modify-{{step}}", "Modify {{words}}", {{input}}.class, this::change)
                                        .unlock();
                            }

                            private void change({{type}} subscription, {{input}} input) {
                                subscription.{{root}} = input.into(subscription.{{root}});
                                subscription.description({{input}}.summary(subscription));
                            }
                        }
                        """));
    }

    private String validate() {
        return file("Validate")
                .use("dev.orchestrator.state.State", "dev.orchestrator.workflow.StepFailure")
                .with(fill("""
                        /** Checks that a {{words}} is described by what it holds. */
                        @Singleton
                        public class Validate{{type}} extends ValidateWorkflow<{{type}}> {
                            @Override
                            public StepList steps() {
                                return validate()
                                        .step("check-description", "Check description", (subscription, state) -> check(subscription))
                                        .unlock();
                            }

                            private static State check({{type}} subscription) {
                                String summary = {{input}}.summary(subscription);
                                if (!subscription.description().equals(summary)) {
                                    throw StepFailure.inconsistentData("The description should be '" + summary + "', but is '"
                                            + subscription.description() + "'");
                                }
                                return State.of("check_description", true);
                            }
                        }
                        """));
    }

    private String terminate() {
        return file("Terminate").useStatic(LIFECYCLE + "TERMINATED").with(fill("""
                        /** Ends a {{words}}, once somebody has confirmed it. */
                        @Singleton
                        public class Terminate{{type}} extends TerminateWorkflow<{{type}}> {
                            @Override
                            public StepList steps() {
                                return terminate().moveTo(TERMINATED).unlock();
                            }
                        }
                        """));
    }
}
