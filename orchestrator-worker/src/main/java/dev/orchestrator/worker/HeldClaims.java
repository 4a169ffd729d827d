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

    /**
     * A claim, by the clock of the JVM.
     *
     * @param since when it was made
     * @param renewed when its lease began
     * @param hasRecorded whether anything was recorded under it
     */
    private record Held(Claim claim, long since, long renewed, boolean hasRecorded) {
        static Held now(Claim claim) {
            long now = System.nanoTime();
            return new Held(claim, now, now, false);
        }

        Held renewedAt(long time) {
            return new Held(claim, since, time, hasRecorded);
        }

        Held withRecord() {
            return new Held(claim, since, renewed, true);
        }
    }

    void add(Claim claim) {
        claims.put(claim.processId(), Held.now(claim));
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
                (id, held) -> !held.claim.equals(claim) ? held : stillOurs.contains(id) ? held.renewedAt(now) : null));
    }

    /** Those whose lease began so long ago or longer. */
    List<Claim> olderThan(Duration age) {
        long begin = System.nanoTime() - age.toNanos();
        return claims.values().stream()
                .filter(held -> held.renewed - begin <= 0)
                .map(Held::claim)
                .toList();
    }

    /** Notes that the process of this claim has come a step further. */
    void hasRecorded(Claim claim) {
        Held held = claims.get(claim.processId());
        if (held != null && !held.hasRecorded && held.claim.equals(claim)) {
            claims.computeIfPresent(claim.processId(), (id, now) -> now.claim.equals(claim) ? now.withRecord() : now);
        }
    }

    /** Whether any was made within that time, and nothing has been recorded under it yet. */
    boolean isAnyUntried(Duration within) {
        long begin = System.nanoTime() - within.toNanos();
        return claims.values().stream().anyMatch(held -> !held.hasRecorded && held.since - begin > 0);
    }

    Set<UUID> processes() {
        return Set.copyOf(claims.keySet());
    }

    int count() {
        return claims.size();
    }
}
