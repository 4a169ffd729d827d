package dev.orchestrator.benchmarks.machine;

import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** What Linux says a process has in memory. */
final class ResidentMemory {
    private static final String LINE = "VmRSS:";
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    private ResidentMemory() {}

    static double mebibytes(long processId) {
        try {
            return mebibytes(Files.readAllLines(Path.of("/proc/" + processId + "/status")));
        } catch (IOException failure) {
            throw new BenchmarkFailure(
                    "The memory of a process is not to be read here: " + failure.getMessage(), failure);
        }
    }

    static double mebibytes(List<String> status) {
        return found(status)
                .orElseThrow(() -> new BenchmarkFailure("The system does not tell the memory of a process"));
    }

    /** None of a process that is about to end, or has ended. */
    static OptionalDouble mebibytesIfAny(long processId) {
        try {
            return found(Files.readAllLines(Path.of("/proc/" + processId + "/status")));
        } catch (IOException ended) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble found(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(LINE))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToDouble(kibibytes -> Long.parseLong(kibibytes) / KIBIBYTES_PER_MEBIBYTE)
                .findFirst();
    }
}
