package dev.orchestrator.api.event;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

/** The socket of a web page: it asks whether we are there, and hears what has changed. */
@WebSocket(path = "/api/ws/events")
public class EventSocket {
    private static final String PING = "__ping__";
    private static final String PONG = "__pong__";

    private final ChangeWatcher watcher;

    EventSocket(ChangeWatcher watcher) {
        this.watcher = watcher;
    }

    /** From here on changes count. */
    @OnOpen
    Uni<Void> open() {
        return watcher.look();
    }

    /** Whatever else a page says is not for us. */
    @OnTextMessage
    Uni<Void> message(String text, WebSocketConnection page) {
        return PING.equals(text) ? page.sendText(PONG) : Uni.createFrom().voidItem();
    }
}
