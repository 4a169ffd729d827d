package dev.orchestrator.benchmarks.chaos;

import dev.orchestrator.benchmarks.machine.Program;
import dev.orchestrator.benchmarks.machine.Readiness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The workers under test; there are always as many as wanted, whatever was done to one. */
final class Workers implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    private final Path jar;
    private final Map<String, String> environment;
    private final List<Worker> running = new ArrayList<>();

    private record Worker(Program program, int port) {}

    Workers(Path jar, Map<String, String> environment) {
        this.jar = jar;
        this.environment = environment;
    }

    void start(int number) throws InterruptedException {
        for (int started = 0; started < number; started++) {
            running.add(launch());
        }
        awaitAll();
    }

    /** Ends one of them without its knowing. */
    void kill(Random random) throws InterruptedException {
        replaceEnded(random.nextInt(running.size()), Program::kill);
    }

    /** Asks one of them to end. */
    void replace(Random random) throws InterruptedException {
        replaceEnded(random.nextInt(running.size()), Program::close);
    }

    /** One of them, to be frozen. */
    Program any(Random random) {
        return running.get(random.nextInt(running.size())).program();
    }

    /** Starts new ones for those that ended by themselves; says how many. */
    int replaceLost() throws InterruptedException {
        int lost = 0;
        for (int place = 0; place < running.size(); place++) {
            if (!running.get(place).program().isAlive()) {
                replaceEnded(place, Program::close);
                lost++;
            }
        }
        return lost;
    }

    /** Ends one for good. */
    void loseOne() {
        running.removeFirst().program().kill();
    }

    private void replaceEnded(int place, java.util.function.Consumer<Program> end) {
        end.accept(running.get(place).program());
        running.set(place, launch());
    }

    private Worker launch() {
        int port = Program.freePort();
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new Worker(Program.start(jar, OPTIONS, List.of(), settings), port);
    }

    private void awaitAll() throws InterruptedException {
        for (Worker worker : running) {
            worker.program().await(() -> Readiness.of(worker.port()));
        }
    }

    @Override
    public void close() {
        running.forEach(worker -> worker.program().close());
        running.clear();
    }
}
