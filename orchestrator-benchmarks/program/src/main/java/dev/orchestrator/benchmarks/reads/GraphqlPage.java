package dev.orchestrator.benchmarks.reads;

import dev.orchestrator.benchmarks.machine.HttpConnection;
import dev.orchestrator.state.Json;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** A page of 50 subscriptions with product, blocks and their values, from among the first 40 pages. */
final class GraphqlPage {
    private static final int LENGTH = 50;
    private static final int PAGES = 40;

    private static final String QUERY = """
            query Page($first: Int!, $after: Int!) {
              subscriptions(first: $first, after: $after) {
                page {
                  subscriptionId description status insync customerId note version startDate
                  product { productId name productType tag status }
                  productBlockInstances {
                    id parent subscriptionInstanceId ownerSubscriptionId productBlockInstanceValues
                  }
                }
                pageInfo { totalItems hasNextPage }
              }
            }
            """;

    private GraphqlPage() {}

    static HttpConnection.Answer ask(HttpConnection connection, RandomGenerator random) throws IOException {
        var body = Json.object().put("query", QUERY);
        body.putObject("variables").put("first", LENGTH).put("after", after(random));
        return connection.post("/api/graphql", Json.write(body));
    }

    static void parameters(PreparedStatement statement, RandomGenerator random) throws SQLException {
        statement.setInt(1, LENGTH);
        statement.setInt(2, after(random));
    }

    /** The networks are the oldest subscriptions and on none of these pages. */
    private static int after(RandomGenerator random) {
        return LENGTH * random.nextInt(PAGES);
    }
}
