package org.example.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.Terminal;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a newcomer begins: a checkout of the sources, an empty folder beside it, and a Maven repository in which nothing of ours is
 * installed. The libraries of others come from this machine's repository, and go there.
 */
record Place(Path folder) implements AutoCloseable {
    private static final Path SOURCE =
            Path.of(System.getProperty("workshop.checkout")).toAbsolutePath().normalize();
    private static final Path LIBRARIES = Path.of(System.getProperty("workshop.repository"));
    private static final Path OURS = Path.of("dev", "orchestrator");
    private static final Set<String> LEFT_OUT = Set.of(".git", ".orchestrator", "node_modules", "surefire-reports");
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    static Place in(Path folder) throws IOException {
        Place place = new Place(folder);
        place.checkOut();
        place.overlay(LIBRARIES, folder.resolve("repository"), OURS);
        return place;
    }

    Path checkout() {
        return folder.resolve("checkout");
    }

    Path project() {
        return folder.resolve("my-orchestrator");
    }

    /** With what was compiled, so that not everything is compiled once more; nothing in there is a program yet. */
    private void checkOut() throws IOException {
        Files.walkFileTree(SOURCE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                boolean wanted = !LEFT_OUT.contains(from.getFileName().toString()) && !isMade(from);
                if (wanted) {
                    Files.createDirectories(copyOf(from));
                }
                return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                if (!from.toString().endsWith(".jar") && Files.isRegularFile(from)) {
                    Files.copy(from, copyOf(from), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isMade(Path folder) {
        return folder.getParent().endsWith("target")
                && !Set.of("classes", "maven-status")
                        .contains(folder.getFileName().toString());
    }

    private Path copyOf(Path from) {
        return checkout().resolve(SOURCE.relativize(from));
    }

    /** All of a Maven repository but one folder, which begins empty. */
    private void overlay(Path below, Path above, Path without) throws IOException {
        Files.createDirectories(above);
        Path hidden = without.getName(0);
        try (Stream<Path> entries = Files.list(below)) {
            for (Path entry : entries.filter(entry -> !entry.endsWith(hidden)).toList()) {
                Files.createSymbolicLink(above.resolve(entry.getFileName()), entry);
            }
        }
        if (without.getNameCount() > 1 && Files.isDirectory(below.resolve(hidden))) {
            overlay(below.resolve(hidden), above.resolve(hidden), without.subpath(1, without.getNameCount()));
        }
    }

    Terminal terminal(Path where, String commandLine) {
        return Terminal.run(commandLine, where, Map.of("MAVEN_OPTS", mavenOptions(where), "NO_COLOR", "1"));
    }

    /** In the checkout the compiler is told to keep to what was compiled, although the jars of the modules before are made anew. */
    private String mavenOptions(Path where) {
        String repository = "-Dmaven.repo.local=" + folder.resolve("repository");
        return where.equals(checkout()) ? repository + " -Dmaven.compiler.useIncrementalCompilation=false" : repository;
    }

    /** Runs a command to its good end; what it showed. */
    String run(Path where, String commandLine) {
        return run(where, commandLine, 0);
    }

    /** Runs a command that is refused; what it showed. */
    String refusal(Path where, String commandLine) {
        return run(where, commandLine, 1);
    }

    private String run(Path where, String commandLine, int exitCode) {
        try (Terminal terminal = terminal(where, commandLine)) {
            assertThat(terminal.awaitExit(PATIENCE))
                    .as("%s: %s", commandLine, terminal.screen())
                    .isEqualTo(exitCode);
            return terminal.screen();
        }
    }

    /** Takes the links into this machine's repository away, so that nothing follows them when the folder is deleted. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> entries = Files.walk(folder.resolve("repository"), OURS.getNameCount())) {
            for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
