package dev.orchestrator.launcher.process;

import dev.orchestrator.launcher.LauncherException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which API to talk to, and how to answer. */
final class Connection {
    private static final String STANDARD = "http://127.0.0.1:8080";

    @Option(
            names = "--api",
            paramLabel = "URL",
            description = {
                "The API to talk to (default: the one that 'up' runs here, else " + STANDARD + ").",
                "Also read from ORCHESTRATOR_API."
            })
    private Optional<String> url = Optional.empty();

    @Option(names = "--json", description = "Print JSON for programs instead of tables.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    Api api(Desk desk) {
        String address = Stream.of(
                        url,
                        Optional.ofNullable(desk.environment().get("ORCHESTRATOR_API")),
                        desk.runningApi().get().map(port -> "http://127.0.0.1:" + port))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(STANDARD);
        if (!address.matches("https?://[^/]+.*")) {
            throw new LauncherException("An API is named by its URL, such as " + STANDARD + "; found " + address);
        }
        return new Api(URI.create(address.replaceFirst("/+$", "")));
    }
}
