package dev.orchestrator.benchmarks.machine;

import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The built checkout whose services are measured. */
public record Checkout(Path root) {
    /** The one that the launcher names, or the current folder. */
    public static Checkout current() {
        return new Checkout(Path.of(System.getProperty("orchestrator.root", "."))
                .toAbsolutePath()
                .normalize());
    }

    /** A packaged service of the module. */
    public Path service(String module) {
        Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new BenchmarkFailure(
                    module + " is not built. Build it with ./mvnw -DskipTests package; expected " + jar + ".");
        }
        return jar;
    }

    Path binaries() {
        return root.resolve(".orchestrator/postgres/binaries");
    }

    /** Beside the data of development and not where temporary files are, for that may be memory, which needs no fsync. */
    Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(root.resolve(".orchestrator")), "benchmark-");
        } catch (IOException failure) {
            throw new UncheckedIOException("No folder can be made for the benchmark", failure);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted", failure);
        }
    }
}
