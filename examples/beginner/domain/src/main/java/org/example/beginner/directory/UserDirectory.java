package org.example.beginner.directory;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands in for the client of a real user management system, as your own projects would have one for theirs.
 *
 * <p>It makes ids out of names, so registering twice gives the same id: a step may be run again after a crash, and what it does
 * outside has to bear that.
 */
@Singleton
public class UserDirectory {
    private final Duration delay;

    public UserDirectory(@ConfigProperty(name = "beginner.directory.delay", defaultValue = "PT0S") Duration delay) {
        this.delay = delay;
    }

    /** The id of the user or group of this name, from now on known there. */
    public int register(String name) {
        takeItsTime();
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() & Integer.MAX_VALUE);
    }

    /** Forgets the user or group of this name; one that is not there is no error. */
    public void remove(String name) {
        takeItsTime();
    }

    /** Whether it has the group of this name; it has all but ghosts. */
    public boolean knows(String name) {
        takeItsTime();
        return !name.startsWith("Ghost");
    }

    /** Real systems are slow; set the delay to watch what a process does while one is. */
    private void takeItsTime() {
        LockSupport.parkNanos(delay.toNanos());
    }
}
