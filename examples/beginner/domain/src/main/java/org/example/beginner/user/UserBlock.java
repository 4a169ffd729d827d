package org.example.beginner.user;

import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.RequiredFrom;
import jakarta.annotation.Nullable;
import org.example.beginner.usergroup.UserGroupBlock;

/** A user of a group. */
public class UserBlock extends ProductBlock {
    /** Belongs to the group's own subscription; all users of the group refer to the same block. */
    @RequiredFrom(PROVISIONING)
    public UserGroupBlock group;

    @RequiredFrom(PROVISIONING)
    public String username;

    @Nullable
    public Integer age;

    public Integer userId;
}
