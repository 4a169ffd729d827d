package dev.orchestrator.state;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place where programs take the time from; tests set their own. */
class SystemTime {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
