package dev.orchestrator.benchmarks.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** One client with a connection of its own, used by one thread at a time. */
public interface Session extends AutoCloseable {
    /** Asks once and reads the whole answer; the random numbers choose what is asked for. Fails unless the answer is good. */
    void request(RandomGenerator random) throws Exception;

    @Override
    void close() throws IOException, SQLException;
}
