package dev.orchestrator.benchmarks.ledger;

import dev.orchestrator.workflow.StepContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Another system that steps book their effects in; where it is, the environment says in {@value #ADDRESS}. */
final class OutsideLedger {
    static final String ADDRESS = "LEDGER_URL";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** Books the effect of the step; fails when the ledger refuses, as it sometimes does at the first attempt. */
    void book(StepContext context, String step) throws IOException, InterruptedException {
        URI place = URI.create(System.getenv(ADDRESS) + "/" + context.processId() + "/" + step);
        HttpRequest booking = HttpRequest.newBuilder(place)
                .timeout(TIMEOUT)
                .header(IDEMPOTENCY_KEY, context.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status =
                client.send(booking, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != OK) {
            throw new IOException("The ledger answered " + status);
        }
    }
}
