package dev.orchestrator.api.workshop;

import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orchestrator.product.FixedInput;
import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.RequiredFrom;
import dev.orchestrator.subscription.SubscriptionModel;
import jakarta.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Map;

/** The products of the beginner workshop: users of user groups. */
@Singleton
public class Workshop implements ProductCatalog {
    /** Whether a user belongs to the house. */
    public enum Affiliation {
        @JsonProperty("internal")
        INTERNAL,
        @JsonProperty("external")
        EXTERNAL
    }

    /** A group. */
    public static class UserGroupBlock extends ProductBlock {
        @RequiredFrom(PROVISIONING)
        public String groupName;

        public Long groupId;
    }

    /** A user of a group that has a subscription of its own. */
    public static class UserBlock extends ProductBlock {
        @RequiredFrom(PROVISIONING)
        public UserGroupBlock group;

        @RequiredFrom(PROVISIONING)
        public String username;

        @Nullable
        public Integer age;

        public Long userId;
    }

    /** A subscription to User Group. */
    public static class UserGroup extends SubscriptionModel {
        public UserGroupBlock userGroup;
    }

    /** A subscription to User internal or User external. */
    public static class User extends SubscriptionModel {
        @FixedInput
        public Affiliation affiliation;

        public UserBlock user;
    }

    @Override
    public Map<String, Class<? extends SubscriptionModel>> products() {
        return Map.of("User Group", UserGroup.class, "User internal", User.class, "User external", User.class);
    }
}
