package dev.orchestrator.generator.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.generator.GeneratorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewProjectTest {
    /** This test runs in its module's folder. */
    private static final NewProject PROJECTS = new NewProject(Path.of(".."), "1.2.3");

    @TempDir
    Path folder;

    @Test
    void hasTheSuggestedLayout() throws IOException {
        PROJECTS.create(folder.resolve("my-orchestrator"), Optional.empty());

        assertThat(files(folder.resolve("my-orchestrator"))).containsExactlyInAnyOrder("""
                .git/HEAD
                .git/config
                .git/objects/info/.keep
                .git/refs/heads/.keep
                .gitignore
                .mvn/build.sh
                .mvn/find-java.sh
                .mvn/jvm.config
                .mvn/wrapper/maven-wrapper.properties
                README.md
                api/pom.xml
                domain/pom.xml
                domain/src/main/java/myorchestrator/products/product_blocks/package-info.java
                domain/src/main/java/myorchestrator/products/product_types/Products.java
                domain/src/main/java/myorchestrator/products/product_types/package-info.java
                domain/src/main/java/myorchestrator/workflows/package-info.java
                domain/src/main/resources/orchestrator/data/.gitkeep
                domain/src/main/resources/orchestrator/translations/en-GB.json
                domain/src/test/java/myorchestrator/products/product_types/ProductsTest.java
                migrations/pom.xml
                mvnw
                orchestrator
                pom.xml
                worker/pom.xml
                """.split("\n"));
    }

    @Test
    void isBuiltFromTheVersionItWasMadeWith() throws IOException {
        Path project = folder.resolve("noc");

        PROJECTS.create(project, Optional.of("net.example.noc"));

        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<groupId>dev.orchestrator</groupId>", "<version>1.2.3</version>")
                .contains("<groupId>net.example.noc</groupId>");
        assertThat(project.resolve("domain/src/main/java/net/example/noc/products/product_types/Products.java"))
                .content()
                .startsWith("package net.example.noc.products.product_types;");
    }

    @Test
    void leavesNoPlaceUnfilled() throws IOException {
        PROJECTS.create(folder.resolve("noc"), Optional.empty());

        for (String file : files(folder.resolve("noc"))) {
            assertThat(folder.resolve("noc").resolve(file)).content().doesNotContain("{{");
        }
    }

    @Test
    void canBeRun() throws IOException {
        PROJECTS.create(folder.resolve("noc"), Optional.empty());

        assertThat(List.of("noc/orchestrator", "noc/mvnw")).allMatch(file -> Files.isExecutable(folder.resolve(file)));
    }

    @Test
    void takesAnEmptyFolderThatIsAGitRepositoryAlready() throws IOException {
        Path project = Files.createDirectories(folder.resolve("noc"));
        Files.createDirectories(project.resolve(".git"));
        Files.writeString(project.resolve(".git/HEAD"), "ref: refs/heads/trunk\n");

        PROJECTS.create(project, Optional.empty());

        assertThat(project.resolve(".git/HEAD")).hasContent("ref: refs/heads/trunk");
        assertThat(project.resolve(".git/config")).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Path project = Files.createDirectories(folder.resolve("noc"));
        Files.writeString(project.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> PROJECTS.create(project, Optional.empty()))
                .isInstanceOf(GeneratorException.class)
                .hasMessage("The folder " + project
                        + " is not empty: it holds notes.txt. Name a folder that is missing or empty.");
        assertThat(files(project)).containsExactly("notes.txt");
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("noc"), "mine");

        assertThatThrownBy(() -> PROJECTS.create(file, Optional.empty()))
                .isInstanceOf(GeneratorException.class)
                .hasMessage(file + " is a file. Name a folder that is missing or empty.");
    }

    /** Nobody, not even root, makes a folder there. */
    @Test
    void refusesAFolderThatCannotBeWritten() {
        assertThatThrownBy(() -> PROJECTS.create(Path.of("/proc/noc"), Optional.empty()))
                .isInstanceOf(GeneratorException.class)
                .hasMessageStartingWith("Nothing was written: /proc/noc")
                .hasMessageEndingWith("Is the folder writable, and is there space on its disk?");
    }

    @ParameterizedTest
    @CsvSource({"My Orchestrator", "1st", "noc_tools", "noc-", "NOC"})
    void refusesANameThatNoProjectCanHave(String name) throws IOException {
        assertThatThrownBy(() -> PROJECTS.create(folder.resolve(name), Optional.empty()))
                .isInstanceOf(GeneratorException.class)
                .hasMessage(
                        "The folder's name '" + name + "' can't be the name of a project. Expected lower-case letters,"
                                + " digits and single dashes, beginning with a letter, such as my-orchestrator.");
        assertThat(files(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"default,", "noc, org.example.class", "noc, org..noc", "noc, org.example.1"})
    void refusesAPackageThatJavaDoesNotTake(String name, String packageName) throws IOException {
        assertThatThrownBy(() -> PROJECTS.create(folder.resolve(name), Optional.ofNullable(packageName)))
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining("can't be a Java package: it is no name, or a reserved word.")
                .hasMessageContaining("--package");
        assertThat(files(folder)).isEmpty();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
