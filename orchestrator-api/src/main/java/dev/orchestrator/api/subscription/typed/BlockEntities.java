package dev.orchestrator.api.subscription.typed;

import dev.orchestrator.api.graphql.Representation;
import dev.orchestrator.api.subscription.BlockPlace;
import dev.orchestrator.api.subscription.StoredBlock;
import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.api.subscription.typed.ReachedBlocks.Reached;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.subscription.BlockType;
import dev.orchestrator.subscription.ModelField.ValueField;
import dev.orchestrator.subscription.ProductRegistry;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds blocks of one type: a statement for each key that they are asked for by, and one for all that they consist of. */
final class BlockEntities {
    private final ProductRegistry registry;
    private final Subscriptions subscriptions;
    private final BlockType type;

    BlockEntities(ProductRegistry registry, Subscriptions subscriptions, BlockType type) {
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.type = type;
    }

    /** A key, and the text that it has. */
    private record Asked(String key, String text) {}

    Uni<List<Object>> find(List<Representation> representations) {
        List<Asked> asked = representations.stream().map(this::asked).toList();
        return places(asked)
                .flatMap(places -> reached(places).map(found -> {
                    List<Object> blocks = new ArrayList<>();
                    asked.forEach(one -> blocks.add(found.get(places.get(one))));
                    return blocks;
                }));
    }

    private Asked asked(Representation representation) {
        String key = representation.key(BlockTypes.keys(type));
        return BlockTypes.valueOf(type, key)
                .map(value -> new Asked(key, stored(value, representation.text(key))))
                .orElseGet(() -> new Asked(key, representation.id(key).toString()));
    }

    /** As the database has it. */
    private static String stored(ValueField value, String text) {
        try {
            return value.type().toText(value.type().ofText(text));
        } catch (IllegalArgumentException e) {
            throw new OrchestratorException(ErrorCode.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private Uni<Map<Asked, BlockPlace>> places(List<Asked> asked) {
        Map<String, Set<String>> textsByKey = new LinkedHashMap<>();
        asked.forEach(one -> textsByKey
                .computeIfAbsent(one.key(), key -> new LinkedHashSet<>())
                .add(one.text()));
        List<Uni<Map<Asked, BlockPlace>>> reads = textsByKey.entrySet().stream()
                .map(texts -> places(texts.getKey(), texts.getValue()))
                .toList();
        return Uni.join().all(reads).andFailFast().map(found -> {
            Map<Asked, BlockPlace> places = new HashMap<>();
            found.forEach(places::putAll);
            return places;
        });
    }

    private Uni<Map<Asked, BlockPlace>> places(String key, Set<String> texts) {
        Uni<List<BlockPlace>> read = BlockTypes.valueOf(type, key)
                .map(value -> subscriptions.placesWith(type.name(), value.name(), texts))
                .orElseGet(() -> subscriptions.placesOf(
                        texts.stream().map(UUID::fromString).toList()));
        return read.map(places -> {
            Map<Asked, BlockPlace> first = new HashMap<>();
            places.forEach(place -> first.putIfAbsent(
                    new Asked(key, place.value() == null ? place.block().toString() : place.value()), place));
            return first;
        });
    }

    /** The blocks at these places that are of the type. */
    private Uni<Map<BlockPlace, Reached>> reached(Map<Asked, BlockPlace> places) {
        Set<UUID> owners =
                places.values().stream().map(BlockPlace::subscription).collect(Collectors.toSet());
        return subscriptions.blocks(owners).map(stored -> {
            Map<UUID, ReachedBlocks> all = new HashMap<>();
            stored.forEach((owner, blocks) -> all.put(owner, new ReachedBlocks(owner, registry, blocks)));
            Map<BlockPlace, Reached> found = new HashMap<>();
            for (BlockPlace place : places.values()) {
                stored.getOrDefault(place.subscription(), List.of()).stream()
                        .filter(block -> isAt(place, block))
                        .forEach(block -> found.put(place, new Reached(block, all.get(place.subscription()))));
            }
            return found;
        });
    }

    private boolean isAt(BlockPlace place, StoredBlock block) {
        return block.id().equals(place.block()) && block.name().equals(type.name());
    }
}
