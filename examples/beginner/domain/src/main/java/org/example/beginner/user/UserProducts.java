package org.example.beginner.user;

import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.SubscriptionModel;
import jakarta.inject.Singleton;
import java.util.Map;

/** Two products with the same model; their fixed input is set by the data migration that makes them. */
@Singleton
public class UserProducts implements ProductCatalog {
    @Override
    public Map<String, Class<? extends SubscriptionModel>> products() {
        return Map.of("User internal", User.class, "User external", User.class);
    }
}
