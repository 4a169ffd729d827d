package org.example.supplierchange.fv2025;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.SystemTask;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.example.supplierchange.Answer;
import org.example.supplierchange.GridOperator;
import org.example.supplierchange.Order;

/** The supplier change within 24 hours, as the market runs it since June 2025. Unset, the property stands for the build before it. */
@Singleton
@LookupIfProperty(name = "supplier-change.fv2025", stringValue = "true", lookupIfMissing = true)
public class SupplierChange extends SystemTask {
    private final GridOperator gridOperator;

    public SupplierChange(GridOperator gridOperator) {
        this.gridOperator = gridOperator;
    }

    @Override
    public int version() {
        return 2025;
    }

    @Override
    protected Form form() {
        return page("Supplier change (FV2025)", Order.class).submit();
    }

    @Override
    public StepList steps() {
        return begin().stateStep("identify-location", "Identify market location", SupplierChange::identify)
                .callback(
                        "registration-24h",
                        "Registration within 24 hours",
                        Callback.into("answer")
                                .start("Send registration", this::send)
                                .validate("Check answer", SupplierChange::check))
                .stateStep("confirm", "Confirm to customer", state -> State.of("confirmed_with", "FV2025"))
                .done();
    }

    private static State identify(State state) {
        Order order = state.as(Order.class);
        if (order.marketLocation() == null) {
            throw StepFailure.inconsistentData("FV2025 names places by market location only; the order has none");
        }
        return State.of("delivery_start", LocalDate.parse(order.deliveryStart()))
                .with("transaction", "LFW24-" + order.marketLocation());
    }

    private State send(State state) {
        Registration registration = state.as(Registration.class);
        gridOperator.register(registration.gridOperator(), registration.transaction(), state.text(Callback.ROUTE));
        return State.empty();
    }

    private static State check(State state) {
        state.as(Answered.class).answer().requireAgreed();
        return State.empty();
    }

    record Answered(Answer answer) {}
}
