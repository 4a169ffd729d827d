package dev.orchestrator.housekeeping;

import dev.orchestrator.schedule.DefaultSchedule;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/** Checks that code, catalogue and subscriptions fit one another; each step that finds a misfit fails with all it found. */
@Singleton
public class TaskValidateProducts extends HousekeepingTask implements DefaultSchedule {
    private final ProductChecks checks;

    public TaskValidateProducts(ProductChecks checks) {
        this.checks = checks;
    }

    @Override
    public Declared defaultSchedule() {
        return DefaultSchedule.cron("30 2 * * *");
    }

    @Override
    public StepList steps() {
        return begin().stateStep(
                        "check-workflows",
                        "Check all workflows in database",
                        state -> passed("check_all_workflows_are_in_db", checks::workflowsOnOneSideOnly))
                .stateStep(
                        "check-targets",
                        "Check workflows for matching targets and descriptions",
                        state -> passed(
                                "check_workflows_for_matching_targets_and_descriptions", checks::differingWorkflows))
                .stateStep(
                        "check-products-have-workflows",
                        "Check that all products have at least one workflow",
                        state -> passed(
                                "check_that_products_have_at_least_one_workflow", checks::productsWithoutWorkflow))
                .stateStep(
                        "check-modify-note",
                        "Check that all active products have a modify note",
                        state -> passed(
                                "check_that_active_products_have_a_modify_note", checks::productsWithoutModifyNote))
                .stateStep(
                        "check-fixed-inputs",
                        "Check the DB fixed input config",
                        state -> passed("check_db_fixed_input_config", checks::catalogueDifferences))
                .stateStep(
                        "check-complete",
                        "Check that all products have a create, modify, terminate and validate workflow",
                        state -> report())
                .stateStep(
                        "check-subscriptions",
                        "Check subscription models",
                        state -> passed("check_subscription_models", checks::brokenSubscriptions))
                .done();
    }

    private static State passed(String check, Supplier<List<String>> misfits) {
        List<String> found = misfits.get();
        if (!found.isEmpty()) {
            throw StepFailure.inconsistentData(found.size() + " found: " + String.join("; ", found));
        }
        return State.of(check, true);
    }

    /** A product may do without one of them, so this only tells. */
    private State report() {
        return State.of(
                        "products_without_at_least_create_modify_terminate_validate_workflows",
                        checks.productsWithoutAllTargets())
                .with("check_that_products_have_create_modify_and_terminate_workflows", true);
    }
}
