package org.example.beginner.user;

import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.SubscriptionSummary;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.example.beginner.usergroup.UserGroup;
import org.example.beginner.usergroup.UserGroupBlock;

/** The groups that a user can be put into. */
@Singleton
class UserGroups {
    private final SubscriptionRepository subscriptions;

    UserGroups(SubscriptionRepository subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** The descriptions of the active ones, in their order, by the ids of their subscriptions. */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (SubscriptionSummary group : subscriptions.activeOf(UserGroup.class)) {
            choices.put(group.subscriptionId().toString(), group.description());
        }
        return choices;
    }

    UserGroupBlock get(UUID subscriptionId) {
        return subscriptions.load(UserGroup.class, subscriptionId).userGroup;
    }
}
