package dev.orchestrator.generator.description;

import dev.orchestrator.generator.GeneratorException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that is wrong with a description, by line. */
final class Problems {
    private final Path file;
    private final Map<Integer, String> byLine = new TreeMap<>();

    Problems(Path file) {
        this.file = file;
    }

    /** Of several in one line the first is told. */
    void add(int line, String problem) {
        byLine.putIfAbsent(line, problem);
    }

    void refuseIfAny() {
        if (!byLine.isEmpty()) {
            throw new GeneratorException(byLine.entrySet().stream()
                    .map(problem -> file + ", line " + problem.getKey() + ": " + problem.getValue())
                    .collect(Collectors.joining("\n")));
        }
    }
}
