package dev.orchestrator.housekeeping;

import dev.orchestrator.form.Form;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.TreeMap;

/** Starts the validation of all subscriptions to products of one type. */
@Singleton
public class TaskValidateProductType extends HousekeepingTask {
    private static final String PRODUCT_TYPE = "product_type";

    private final StartValidations start;
    private final Housekeeping housekeeping;

    public TaskValidateProductType(StartValidations start, Housekeeping housekeeping) {
        this.start = start;
        this.housekeeping = housekeeping;
    }

    @Override
    protected Form form() {
        TreeMap<String, String> types = new TreeMap<>();
        housekeeping.productTypes().forEach(type -> types.put(type, type));
        return Form.page("Product Type", fields -> fields.choice(PRODUCT_TYPE, "ProductTypeChoice", types));
    }

    @Override
    public StepList steps() {
        return begin().resultStep(
                        "validate-product-type",
                        "Validate Product Type",
                        context -> start.of(Optional.of(context.state().text(PRODUCT_TYPE)), context))
                .done();
    }
}
