package dev.orchestrator.subscription;

import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orchestrator.product.FixedInput;
import jakarta.annotation.Nullable;
import java.util.Map;

/** The products of the beginner workshop: users of user groups. */
public final class Workshop implements ProductCatalog {
    public static final String CUSTOMER = "59289a57-70fb-4ff5-9c93-10fe67b12434";

    /** Whether a user belongs to the house. */
    public enum Affiliation {
        @JsonProperty("internal")
        INTERNAL,
        @JsonProperty("external")
        EXTERNAL
    }

    public static class UserGroupBlock extends ProductBlock {
        @RequiredFrom(PROVISIONING)
        public String groupName;

        public Long groupId;
    }

    public static class UserBlock extends ProductBlock {
        @RequiredFrom(PROVISIONING)
        public UserGroupBlock group;

        @RequiredFrom(PROVISIONING)
        public String username;

        @Nullable
        public Integer age;

        public Long userId;
    }

    public static class UserGroup extends SubscriptionModel {
        public UserGroupBlock userGroup;
    }

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
