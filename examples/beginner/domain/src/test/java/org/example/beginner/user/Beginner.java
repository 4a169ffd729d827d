package org.example.beginner.user;

import dev.orchestrator.migrations.DatabaseUpgrade;
import dev.orchestrator.migrations.MigrationSettings;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.product.postgres.PostgresProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.postgres.PostgresSubscriptionRepository;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.example.beginner.directory.UserDirectory;
import org.example.beginner.usergroup.CreateUserGroup;
import org.example.beginner.usergroup.ModifyUserGroup;
import org.example.beginner.usergroup.TerminateUserGroup;
import org.example.beginner.usergroup.UserGroup;
import org.example.beginner.usergroup.UserGroupProducts;
import org.example.beginner.usergroup.ValidateUserGroup;

/** The products and workflows of this project over a database of their own at both heads. */
final class Beginner implements AutoCloseable {
    private static final String CUSTOMER = "59289a57-70fb-4ff5-9c93-10fe67b12434";

    final TestDatabase database = TestDatabase.create();
    final ProductRegistry registry = new ProductRegistry(List.of(new UserGroupProducts(), new UserProducts()));
    final ProductRepository products;
    final SubscriptionRepository subscriptions;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    Beginner() {
        new DatabaseUpgrade(new MigrationSettings(
                        database.jdbcUrl(),
                        Optional.of(database.user()),
                        Optional.of(database.password()),
                        Optional.empty()))
                .run(line -> {});
        pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.user())
                        .setPassword(database.password()))
                .using(vertx)
                .build();
        products = new PostgresProductRepository(pool);
        subscriptions = new PostgresSubscriptionRepository(pool, registry, Clock.systemUTC());
    }

    CreateUser createUser() {
        return new CreateUser(new UserGroups(subscriptions), directory(), subscriptions);
    }

    ModifyUser modifyUser() {
        return new ModifyUser(new UserGroups(subscriptions));
    }

    WorkflowRegistry workflows() {
        return new WorkflowRegistry(List.of(
                new CreateUserGroup(directory(), subscriptions),
                new ModifyUserGroup(),
                new TerminateUserGroup(directory()),
                new ValidateUserGroup(directory()),
                createUser(),
                modifyUser(),
                new TerminateUser(directory()),
                new TaskSyncUsers(subscriptions)));
    }

    private static UserDirectory directory() {
        return new UserDirectory(Duration.ZERO);
    }

    UserGroup group(String name) {
        UserGroup group = subscriptions.create(
                UserGroup.class, products.byName("User Group").orElseThrow(), CUSTOMER);
        group.userGroup.groupName = name;
        group.userGroup.groupId = 1;
        group.description("User Group " + name);
        group.moveTo(SubscriptionLifecycle.ACTIVE);
        subscriptions.save(group);
        return group;
    }

    User user(String name, UserGroup group) {
        User user = subscriptions.create(
                User.class, products.byName("User external").orElseThrow(), CUSTOMER);
        user.user.username = name;
        user.user.userId = 2;
        user.user.group = group.userGroup;
        user.moveTo(SubscriptionLifecycle.ACTIVE);
        subscriptions.save(user);
        return user;
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        database.close();
    }
}
