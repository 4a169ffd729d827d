package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.Readiness;
import dev.orchestrator.launcher.program.Recorded;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what runs; the exit code is 0 only when all of it is ready. */
@Command(name = "status", description = "Says what runs; the exit code is 0 only when everything is ready.")
final class StatusCommand implements Callable<Integer> {
    private final Workspace workspace;
    private final Screen screen;
    private final Readiness readiness = new Readiness();

    StatusCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() {
        Optional<Recorded> launcher = UpLock.holder(workspace);
        Map<String, Integer> ports =
                RunningStack.read(workspace).map(RunningStack::ports).orElse(Map.of());
        boolean allReady = launcher.isPresent() && !ports.isEmpty();
        line("launcher", launcher.map(program -> "up, process " + program.pid()).orElse("not up"));
        for (Map.Entry<String, Integer> service : ports.entrySet()) {
            boolean ready = isAlive(service.getKey()) && readiness.isReady(service.getValue());
            line(service.getKey(), state(service.getKey(), ready) + ", http://127.0.0.1:" + service.getValue());
            allReady &= ready;
        }
        line(
                "postgres",
                EmbeddedPostgres.in(workspace.postgres())
                        .running()
                        .map(server -> "running, port " + server.port())
                        .orElse("not running here"));
        return allReady ? 0 : 1;
    }

    private String state(String service, boolean ready) {
        if (ready) {
            return "ready";
        }
        return isAlive(service) ? "not ready" : "not running";
    }

    private boolean isAlive(String service) {
        return Recorded.read(workspace.run().resolve(service + ".pid"))
                .filter(Recorded::isAlive)
                .isPresent();
    }

    private void line(String name, String state) {
        screen.say(String.format("%-10s %s", name, state));
    }
}
