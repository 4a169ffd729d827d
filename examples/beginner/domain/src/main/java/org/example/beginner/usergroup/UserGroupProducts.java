package org.example.beginner.usergroup;

import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.SubscriptionModel;
import jakarta.inject.Singleton;
import java.util.Map;

/** There is one kind of group. */
@Singleton
public class UserGroupProducts implements ProductCatalog {
    @Override
    public Map<String, Class<? extends SubscriptionModel>> products() {
        return Map.of("User Group", UserGroup.class);
    }
}
