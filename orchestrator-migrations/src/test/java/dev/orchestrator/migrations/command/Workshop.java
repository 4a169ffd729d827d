package dev.orchestrator.migrations.command;

import dev.orchestrator.product.FixedInput;
import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The products of the beginners' workshop, and what becomes of them later. */
final class Workshop {
    static final Map<String, Class<? extends SubscriptionModel>> PRODUCTS = new LinkedHashMap<>();

    static {
        PRODUCTS.put("User Group", UserGroup.class);
        PRODUCTS.put("User internal", User.class);
        PRODUCTS.put("User external", User.class);
    }

    static final String ANSWERS = """
            {"User Group": {"description": "user group administration", "tag": "GROUP"},
             "User internal": {"description": "it's internal", "tag": "USER_INT", "affiliation": "internal"},
             "User external": {"description": "user administration - external", "tag": "USER_EXT", "affiliation": "external"},
             "UserBlock": {"description": "user block", "tag": "UB"},
             "UserGroupBlock": {"description": "user group block", "tag": "UGB"},
             "age": {"description": "age of the user"},
             "group_name": {"description": "name of the user group"},
             "username": {"description": "name of the user"}}
            """;

    private Workshop() {}

    public enum Affiliation {
        INTERNAL,
        EXTERNAL
    }

    public static class UserGroup extends SubscriptionModel {
        public UserGroupBlock userGroup;
    }

    public static class UserGroupBlock extends ProductBlock {
        public String groupName;
    }

    public static class User extends SubscriptionModel {
        @FixedInput
        public Affiliation affiliation;

        public UserBlock user;
    }

    public static class UserBlock extends ProductBlock {
        public UserGroupBlock group;
        public String username;
        public Integer age;
    }

    /** The group's block has another name, and its only value too. */
    public static class Team extends SubscriptionModel {
        public TeamBlock team;
    }

    public static class TeamBlock extends ProductBlock {
        public String teamName;
    }

    /** Its block has the name of another one. */
    public static class Crew extends SubscriptionModel {
        public CrewBlock crew;
    }

    @dev.orchestrator.product.Block(name = "UserGroupBlock")
    public static class CrewBlock extends ProductBlock {
        public String crewName;
    }

    /** A resource type of its block has another type elsewhere. */
    public static class Squad extends SubscriptionModel {
        public SquadBlock squad;
    }

    public static class SquadBlock extends ProductBlock {
        public Integer username;
    }

    /** Knows one thing more. */
    public static class LargeGroup extends SubscriptionModel {
        public LargeGroupBlock userGroup;
    }

    @dev.orchestrator.product.Block(name = "UserGroupBlock")
    public static class LargeGroupBlock extends ProductBlock {
        public String groupName;
        public Integer seats;
    }
}
