package dev.orchestrator.api.event;

import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Sends to all open pages of this program; never blocks, and a page that is gone misses nothing. */
@Singleton
public class Events {
    private static final Logger LOG = Logger.getLogger(Events.class);

    private final OpenConnections connections;

    Events(OpenConnections connections) {
        this.connections = connections;
    }

    public void publish(Invalidation... changed) {
        publish(List.of(changed));
    }

    /** Each once, in order. */
    public void publish(Collection<Invalidation> changed) {
        Set<Invalidation> once = new LinkedHashSet<>(changed);
        for (WebSocketConnection connection : connections) {
            for (Invalidation invalidation : once) {
                connection
                        .sendText(invalidation.toMessage())
                        .subscribe()
                        .with(sent -> {}, failure -> LOG.debugf("A page went away: %s", failure.getMessage()));
            }
        }
    }

    boolean hasListeners() {
        return connections.stream().findAny().isPresent();
    }
}
