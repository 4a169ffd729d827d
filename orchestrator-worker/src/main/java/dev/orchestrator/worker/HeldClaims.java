package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The claims that this worker believes to hold. A claim that turns out lost is dropped; its runner then stops by itself. */
final class HeldClaims {
    private final Map<UUID, Held> claims = new ConcurrentHashMap<>();

    /** A claim, and when its lease began, by the clock of the JVM. */
    private record Held(Claim claim, long since) {}

    void add(Claim claim) {
        claims.put(claim.processId(), new Held(claim, System.nanoTime()));
    }

    boolean holds(Claim claim) {
        Held held = claims.get(claim.processId());
        return held != null && held.claim.equals(claim);
    }

    void drop(Claim claim) {
        claims.computeIfPresent(claim.processId(), (id, held) -> held.claim.equals(claim) ? null : held);
    }

    /** Notes which of the given claims the queue has renewed, and drops the others. */
    void renewed(List<Claim> asked, Set<UUID> stillOurs) {
        long now = System.nanoTime();
        asked.forEach(claim -> claims.computeIfPresent(
                claim.processId(),
                (id, held) -> !held.claim.equals(claim) ? held : stillOurs.contains(id) ? new Held(claim, now) : null));
    }

    /** Those whose lease began so long ago or longer. */
    List<Claim> olderThan(Duration age) {
        long begin = System.nanoTime() - age.toNanos();
        return claims.values().stream()
                .filter(held -> held.since - begin <= 0)
                .map(Held::claim)
                .toList();
    }

    Set<UUID> processes() {
        return Set.copyOf(claims.keySet());
    }

    int count() {
        return claims.size();
    }
}
