package dev.orchestrator.api.listing;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Items that were read together. What hangs below one of them is read for all of them, in one statement, when the first
 * is asked for it; the others find the answer here. So the number of statements depends on what is asked, never on how
 * many items there are.
 *
 * <p>Safe for concurrent use; lives as long as its items, which is one request.
 */
public final class Batch {
    private final Set<UUID> ids;
    private final ConcurrentMap<Object, Uni<?>> answers = new ConcurrentHashMap<>();

    public Batch(Collection<UUID> ids) {
        this.ids = new LinkedHashSet<>(ids);
    }

    /**
     * What hangs below one item.
     *
     * @param question what is asked, arguments included: equal questions share one answer
     * @param read reads the answers for all items; called once a question
     */
    public <T> Uni<T> below(UUID id, Object question, Function<Collection<UUID>, Uni<Map<UUID, T>>> read, T none) {
        return below(question, read).map(answersById -> Objects.requireNonNullElse(answersById.get(id), none));
    }

    /** The items that hang below one item, none when there are none. */
    public <T> Uni<List<T>> listBelow(
            UUID id, Object question, Function<Collection<UUID>, Uni<Map<UUID, List<T>>>> read) {
        return below(id, question, read, List.of());
    }

    /** The one value that hangs below an item, null when there is none. */
    public <T> Uni<T> oneBelow(UUID id, Object question, Function<Collection<UUID>, Uni<Map<UUID, T>>> read) {
        return below(question, read).map(answersById -> answersById.get(id));
    }

    private <T> Uni<Map<UUID, T>> below(Object question, Function<Collection<UUID>, Uni<Map<UUID, T>>> read) {
        return forAll(question, () -> read.apply(ids));
    }

    /** What is the same for all items, read once. */
    // The question determines the function that answers it, and so the type.
    @SuppressWarnings("unchecked")
    public <T> Uni<T> forAll(Object question, Supplier<Uni<T>> read) {
        return (Uni<T>)
                answers.computeIfAbsent(question, asked -> read.get().memoize().indefinitely());
    }
}
