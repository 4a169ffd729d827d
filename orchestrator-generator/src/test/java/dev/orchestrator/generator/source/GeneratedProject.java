package dev.orchestrator.generator.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.generator.PlannedFiles;
import dev.orchestrator.generator.description.DescriptionReader;
import dev.orchestrator.generator.project.NewProject;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A new project whose code is compiled as Maven would, by the compiler of the JDK that runs this test. */
record GeneratedProject(Path folder) {
    private static final List<String> STRICT =
            List.of("--release", "21", "-parameters", "-Xlint:all,-processing,-classfile", "-Werror", "-proc:none");

    static GeneratedProject in(Path parent) {
        Path folder = parent.resolve("noc");
        new NewProject(Path.of(".."), "1.2.3").create(folder, Optional.of("net.example.noc"));
        return new GeneratedProject(folder);
    }

    static Path description(String name) {
        try {
            return Path.of(GeneratedProject.class.getResource(name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PlannedFiles plan(String description, Consumer<ProductGenerator> parts) {
        PlannedFiles files = new PlannedFiles(folder);
        parts.accept(new ProductGenerator(folder, files, DescriptionReader.read(description(description))));
        return files;
    }

    void generateAll(String description) {
        plan(description, parts -> {
                    parts.productBlocks();
                    parts.product();
                    parts.workflows();
                    parts.unitTests();
                    parts.migration();
                })
                .write();
    }

    /** All its classes, those of its tests included. */
    URLClassLoader compile() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        StringWriter output = new StringWriter();
        try (Stream<Path> sources = Files.walk(folder.resolve("domain/src"))) {
            var compiler = ToolProvider.getSystemJavaCompiler();
            var files = compiler.getStandardFileManager(null, null, null);
            boolean compiled = compiler.getTask(
                            output,
                            files,
                            null,
                            Stream.concat(
                                            STRICT.stream(),
                                            Stream.of(
                                                    "-cp",
                                                    System.getProperty("java.class.path"),
                                                    "-d",
                                                    classes.toString()))
                                    .toList(),
                            null,
                            files.getJavaFileObjectsFromPaths(
                                    sources.filter(file -> file.toString().endsWith(".java"))
                                            .toList()))
                    .call();
            assertThat(compiled).as("%s", output).isTrue();
        }
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    Path dataVersions() {
        return folder.resolve(OwnCode.dataVersions());
    }
}
