package dev.orchestrator.launcher.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as an API does: to each address what a test says, and notes what it was asked. */
final class StandInApi implements AutoCloseable {
    /** What the API answers. */
    record Reply(int status, String body) {}

    private final HttpServer server;
    private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    StandInApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What to answer there, one after the other; the last one ever after. */
    StandInApi answering(String method, String path, Reply... inTurn) {
        replies.put(method + " " + path, new CopyOnWriteArrayList<>(inTurn));
        return this;
    }

    /** Method, address and body of each request. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        List<Reply> inTurn = replies.getOrDefault(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                List.of(new Reply(404, "{\"detail\": \"Not Found\"}")));
        Reply reply = inTurn.size() > 1 ? inTurn.removeFirst() : inTurn.getFirst();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
