package dev.orchestrator.benchmarks.reads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes sure that both sides give the same answer: else the comparison would be worth nothing. */
final class SameAnswer {
    private static final Set<String> BLOCK_KEYS =
            Set.of("name", "label", "subscription_instance_id", "owner_subscription_id");

    private SameAnswer() {}

    /** Compares documents; the order of keys and the spelling of numbers do not matter. */
    static void check(String what, String ours, String limit) {
        JsonNode left = Json.parse(ours);
        JsonNode right = Json.parse(limit);
        if (!left.equals(SameAnswer::compare, right)) {
            throw new BenchmarkFailure(
                    what + ": our answer and that of the hand-written SQL differ.\n" + ours + "\n" + limit);
        }
    }

    /** 0 for what is the same; called for values only, for objects and lists know how to compare themselves. */
    static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return Double.compare(left.asDouble(), right.asDouble());
        }
        return left.equals(right) ? 0 : 1;
    }

    /** Compares a model's blocks with the flat list of them: each with its texts and the block that uses it. */
    static void check(SubscriptionModel ours, String limit) {
        Set<String> left = new TreeSet<>();
        collect(ours.toJson().path("network"), "", left);
        Set<String> right = new TreeSet<>();
        for (JsonNode block : Json.parse(limit).path("blocks")) {
            Map<String, String> texts = new TreeMap<>();
            block.path("stored")
                    .properties()
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
            right.add(block.path("subscription_instance_id").asText() + " in "
                    + block.path("in_use_by").asText("") + " "
                    + block.path("name").asText() + texts);
        }
        if (!left.equals(right) || left.size() != DataSet.BLOCKS_OF_A_NETWORK) {
            throw new BenchmarkFailure(
                    "domain-model-load: our model and the hand-written SQL differ.\n" + left + "\n" + right);
        }
    }

    private static void collect(JsonNode block, String parent, Set<String> found) {
        String id = block.path("subscription_instance_id").asText();
        Map<String, String> texts = new TreeMap<>();
        ((ObjectNode) block).properties().forEach(entry -> {
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(nested -> collect(nested, id, found));
            } else if (!BLOCK_KEYS.contains(entry.getKey())) {
                texts.put(entry.getKey(), entry.getValue().asText());
            }
        });
        found.add(id + " in " + parent + " " + block.path("name").asText() + texts);
    }
}
