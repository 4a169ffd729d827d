package org.example.beginner.user;

import dev.orchestrator.form.Choice;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;

/** The page that asks for a user, be it new or changed. */
record Account(
        @Size(min = 2, max = 40) String username,
        @Nullable @Range(max = 150) Integer age,
        @Size(min = 1, max = 1) List<UserGroupEnum> userGroupIds) {

    /** The groups there are, by the ids of their subscriptions. */
    record UserGroupEnum(String value) implements Choice {}

    static Account of(UserBlock user) {
        return new Account(
                user.username,
                user.age,
                List.of(new UserGroupEnum(user.group.ownerSubscriptionId().toString())));
    }

    UUID groupId() {
        return UUID.fromString(userGroupIds.getFirst().value());
    }
}
