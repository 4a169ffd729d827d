package dev.orchestrator.benchmarks.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The other system that the steps call: it counts what is booked, survives whatever befalls workers and database, and refuses
 * one first booking in eight.
 */
final class Ledger implements AutoCloseable {
    private static final int OK = 200;
    private static final int BACKLOG = 4_000;
    private static final int UNAVAILABLE = 503;
    private static final int REFUSED_ONE_IN = 8;
    private static final String RETRIED_STEP = "configure";

    private final Map<Effect, Set<String>> keys = new ConcurrentHashMap<>();
    private final Set<Effect> refused = ConcurrentHashMap.newKeySet();
    private final AtomicLong repeated = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** What one step of one process does to the world. */
    record Effect(UUID process, String step) {}

    private Ledger(HttpServer server) {
        this.server = server;
    }

    static Ledger open() throws IOException {
        Ledger ledger =
                new Ledger(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG));
        ledger.server.setExecutor(ledger.threads);
        ledger.server.createContext("/", ledger::book);
        ledger.server.start();
        return ledger;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often an effect was booked again under the key that it had before, as retries and takeovers do. */
    long repeated() {
        return repeated.get();
    }

    /** Takes the booking of the effect out of the books: the keys that it came under, none if it never came. */
    Set<String> take(Effect effect) {
        refused.remove(effect);
        Set<String> booked = keys.remove(effect);
        return booked == null ? Set.of() : Set.copyOf(booked);
    }

    private void book(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            Effect effect = new Effect(UUID.fromString(path[1]), path[2]);
            exchange.sendResponseHeaders(
                    isRefused(effect)
                            ? UNAVAILABLE
                            : booked(effect, exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                    -1);
        }
    }

    /** Only of the step that is retried by itself, for the others would fail. */
    private boolean isRefused(Effect effect) {
        return effect.step().equals(RETRIED_STEP)
                && Math.floorMod(effect.process().hashCode(), REFUSED_ONE_IN) == 0
                && refused.add(effect);
    }

    private int booked(Effect effect, String key) {
        keys.compute(effect, (ignored, known) -> {
            Set<String> all = known == null ? new HashSet<>() : known;
            if (!all.add(key)) {
                repeated.incrementAndGet();
            }
            return all;
        });
        return OK;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
