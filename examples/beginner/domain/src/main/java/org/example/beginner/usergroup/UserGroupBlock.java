package org.example.beginner.usergroup;

import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.RequiredFrom;

/** A group of users. */
public class UserGroupBlock extends ProductBlock {
    @RequiredFrom(PROVISIONING)
    public String groupName;

    public Integer groupId;
}
