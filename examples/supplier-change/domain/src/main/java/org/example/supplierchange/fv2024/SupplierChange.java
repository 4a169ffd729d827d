package org.example.supplierchange.fv2024;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;
import org.example.supplierchange.Answer;
import org.example.supplierchange.GridOperator;
import org.example.supplierchange.Order;

/** The supplier change as the market ran it before June 2025. The property stands for deleting this package. */
@Singleton
@LookupIfProperty(name = "supplier-change.fv2024", stringValue = "true", lookupIfMissing = true)
public class SupplierChange extends SystemTask {
    private final GridOperator gridOperator;

    public SupplierChange(GridOperator gridOperator) {
        this.gridOperator = gridOperator;
    }

    @Override
    public int version() {
        return 2024;
    }

    @Override
    protected Form form() {
        return page("Supplier change (FV2024)", Order.class).submit();
    }

    @Override
    public StepList steps() {
        return begin().stateStep("check-contract", "Check contract", state -> State.of("contract_checked", true))
                .callback(
                        "registration",
                        "Registration at the grid operator",
                        Callback.into("answer")
                                .start("Send registration", this::send)
                                .validate("Check answer", SupplierChange::check))
                .stateStep("inform-previous-supplier", "Inform previous supplier", state -> State.of("informed", true))
                .stateStep("confirm", "Confirm to customer", state -> State.of("confirmed_with", "FV2024"))
                .done();
    }

    private State send(State state) {
        Registration registration = state.as(Registration.class);
        String reference = "UTILMD-2024-" + registration.meteringPoint();
        gridOperator.register(registration.gridOperator(), reference, state.text(Callback.ROUTE));
        return State.of("message_reference", reference);
    }

    private static State check(State state) {
        state.as(Answered.class).answer().requireAgreed();
        return State.empty();
    }

    record Answered(Answer answer) {}
}
