package dev.orchestrator.benchmarks.reads;

import dev.orchestrator.benchmarks.machine.HttpConnection;
import dev.orchestrator.benchmarks.measure.Session;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** Asks the API over a connection of its own. */
final class HttpSession implements Session {
    private final HttpConnection connection;
    private final Question question;

    HttpSession(int port, Question question) throws IOException {
        this.connection = new HttpConnection(port);
        this.question = question;
    }

    /** One request, chosen by the random numbers. */
    @FunctionalInterface
    interface Question {
        HttpConnection.Answer ask(HttpConnection connection, RandomGenerator random) throws IOException;
    }

    @Override
    public void request(RandomGenerator random) throws IOException {
        answer(random);
    }

    String answer(RandomGenerator random) throws IOException {
        return question.ask(connection, random).good();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
