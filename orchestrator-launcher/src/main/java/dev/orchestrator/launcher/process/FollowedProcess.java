package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Shows what happens to a process as it happens: at each signal of the API, and at intervals should there be none. */
final class FollowedProcess {
    private static final Set<String> FINAL = Set.of("completed", "aborted");
    private static final long INTERVAL_MILLIS = 1_000;

    private final Api api;
    private final UUID process;
    private final ProcessHistory history;
    private final Semaphore signals = new Semaphore(0);

    FollowedProcess(Api api, UUID process, ProcessHistory history) {
        this.api = api;
        this.process = process;
        this.history = history;
    }

    /** Returns the status at which the process ended. */
    String followToTheEnd() throws InterruptedException {
        history.showHead(history.process());
        CompletableFuture<WebSocket> socket = api.listen(new Ear());
        try {
            return untilTheEnd();
        } finally {
            if (socket.isDone() && !socket.isCompletedExceptionally()) {
                socket.join().abort();
            }
        }
    }

    private String untilTheEnd() throws InterruptedException {
        String before = "";
        while (true) {
            // The status is read first: what is on record once it is final is all there will be.
            JsonNode now = history.process();
            history.showNew();
            String status = Table.text(now, "last_status");
            if (!status.equals(before) || FINAL.contains(status)) {
                history.showStatus(now);
            }
            if (FINAL.contains(status)) {
                return status;
            }
            before = status;
            signals.tryAcquire(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            signals.drainPermits();
        }
    }

    /** Hears that something changed; what it was is then read. */
    private final class Ear implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence message, boolean isLast) {
            if (message.toString().contains(process.toString())) {
                signals.release();
            }
            socket.request(1);
            return null;
        }
    }
}
