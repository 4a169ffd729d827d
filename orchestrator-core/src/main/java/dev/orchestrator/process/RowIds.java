package dev.orchestrator.process;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids of new processes and rows: version 7 of RFC 9562, a millisecond and 74 random bits.
 *
 * <p>What is written together then lies together in every index that begins with the id, where random ids would touch another page
 * each. They are names and no secrets: whoever must not be able to guess one needs another.
 */
public final class RowIds {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RowIds() {}

    /** A new id, of now. */
    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16;
        return new UUID(time | VERSION | random.nextInt(1 << 12), VARIANT | random.nextLong() >>> 2);
    }
}
