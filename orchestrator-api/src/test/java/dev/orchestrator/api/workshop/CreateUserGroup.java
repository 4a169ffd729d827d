package dev.orchestrator.api.workshop;

import dev.orchestrator.form.Form;
import dev.orchestrator.product.Product;
import dev.orchestrator.workflow.CreateWorkflow;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;

/** Asks for a name after the product. */
@Singleton
public class CreateUserGroup extends CreateWorkflow<Workshop.UserGroup> {
    record Group(@Size(min = 2, max = 40) String groupName) {}

    @Override
    protected Form form(Product product) {
        return Form.page(product.name(), Group.class);
    }

    @Override
    public StepList steps() {
        return create(Group.class, (model, group) -> model.userGroup.groupName = group.groupName())
                .step("provision", "Provision user group", model -> model.userGroup.groupId = 1L)
                .unlock();
    }
}
