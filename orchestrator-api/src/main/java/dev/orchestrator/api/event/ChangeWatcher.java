package dev.orchestrator.api.event;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks for changes while somebody listens, and publishes them.
 *
 * <p>One look at a time. A look that takes long makes the pause before the next one longer, so that watching never takes more
 * than a twentieth of one connection's time. When the database is away, the next look tries again.
 */
@ApplicationScoped
public class ChangeWatcher {
    private static final Logger LOG = Logger.getLogger(ChangeWatcher.class);
    private static final int PAUSES_PER_LOOK = 20;

    private final ChangeSource source;
    private final Events events;
    private final Clock clock;
    private final Duration interval;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Snapshot last;
    private volatile Instant notBefore = Instant.MIN;

    ChangeWatcher(
            ChangeSource source,
            Events events,
            Clock clock,
            @ConfigProperty(name = "orchestrator.api.events.interval", defaultValue = "500ms") Duration interval) {
        this.source = source;
        this.events = events;
        this.clock = clock;
        this.interval = interval;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(interval.toMillis(), timer -> tick());
    }

    /** Looks now, unless a look is under way; without an earlier one to compare with, nothing is published. */
    Uni<Void> look() {
        if (!looking.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        Instant began = clock.instant();
        return source.read()
                .invoke(this::compare)
                .onFailure()
                .invoke(failure -> LOG.warnf("Changes can't be watched: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> {
                    Duration took = Duration.between(began, clock.instant());
                    notBefore = began.plus(took.multipliedBy(PAUSES_PER_LOOK));
                    looking.set(false);
                })
                .replaceWithVoid();
    }

    private void tick() {
        if (!events.hasListeners()) {
            last = null;
        } else if (!clock.instant().isBefore(notBefore)) {
            look().subscribe().with(done -> {});
        }
    }

    private void compare(Snapshot now) {
        Snapshot before = last;
        last = now;
        if (before != null) {
            events.publish(Changes.between(before, now));
        }
    }
}
