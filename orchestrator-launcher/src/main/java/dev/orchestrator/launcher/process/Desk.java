package dev.orchestrator.launcher.process;

import dev.orchestrator.launcher.Screen;
import java.io.BufferedReader;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an operator sits.
 *
 * @param runningApi the port of the API that {@code up} has started here, if it runs
 */
public record Desk(
        Screen screen,
        BufferedReader input,
        Map<String, String> environment,
        Clock clock,
        Supplier<Optional<Integer>> runningApi) {}
