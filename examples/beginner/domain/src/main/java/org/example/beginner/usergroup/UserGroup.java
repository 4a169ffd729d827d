package org.example.beginner.usergroup;

import dev.orchestrator.subscription.SubscriptionModel;

/** A subscription to a group of users. */
public class UserGroup extends SubscriptionModel {
    public UserGroupBlock userGroup;

    void rename(String name) {
        userGroup.groupName = name;
        description(descriptionOf(name));
    }

    static String descriptionOf(String name) {
        return "User Group " + name;
    }
}
