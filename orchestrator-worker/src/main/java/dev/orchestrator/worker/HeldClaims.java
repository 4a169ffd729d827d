package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The claims that this worker believes to hold. A claim that turns out lost is dropped; its runner then stops by itself. */
final class HeldClaims {
    private final Map<UUID, Claim> claims = new ConcurrentHashMap<>();

    void add(Claim claim) {
        claims.put(claim.processId(), claim);
    }

    boolean holds(Claim claim) {
        return claim.equals(claims.get(claim.processId()));
    }

    void drop(Claim claim) {
        claims.remove(claim.processId(), claim);
    }

    /** Drops those of the given claims that the queue no longer knows as ours. */
    void keepOnly(List<Claim> asked, Set<UUID> stillOurs) {
        asked.stream().filter(claim -> !stillOurs.contains(claim.processId())).forEach(this::drop);
    }

    List<Claim> all() {
        return List.copyOf(claims.values());
    }

    int count() {
        return claims.size();
    }
}
