package org.example.beginner.user;

import dev.orchestrator.product.FixedInput;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.Locale;
import org.example.beginner.usergroup.UserGroupBlock;

/** A subscription to a user. */
public class User extends SubscriptionModel {
    /** Whether users belong to the house; fixed by the product. */
    public enum Affiliation {
        INTERNAL,
        EXTERNAL
    }

    @FixedInput
    public Affiliation affiliation;

    public UserBlock user;

    void change(Account account, UserGroupBlock group) {
        user.username = account.username();
        user.age = account.age();
        user.group = group;
        description("User %s from group %s (%s)"
                .formatted(user.username, group.groupName, affiliation.name().toLowerCase(Locale.ROOT)));
    }
}
