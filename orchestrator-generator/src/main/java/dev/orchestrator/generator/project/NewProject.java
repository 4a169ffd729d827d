package dev.orchestrator.generator.project;

import dev.orchestrator.generator.GeneratorException;
import dev.orchestrator.generator.PlannedFiles;
import dev.orchestrator.generator.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes an operator's own project: one module with products, workflows, translations and data migrations, and three that put it
 * together with our services.
 */
public final class NewProject {
    /** Taken over from the checkout as they are, so that both build alike. */
    private static final List<String> BUILD_FILES =
            List.of(".mvn/build.sh", ".mvn/find-java.sh", ".mvn/jvm.config", ".mvn/wrapper/maven-wrapper.properties");

    private static final List<String> SERVICES = List.of("migrations", "api", "worker");
    private static final String GIT_FOLDER = ".git";

    private final Path checkout;
    private final String version;

    /**
     * @param checkout where our build files are
     * @param version the version of our artifacts that the project is built from
     */
    public NewProject(Path checkout, String version) {
        this.checkout = checkout;
        this.version = version;
    }

    /**
     * Makes the project, whole or not at all.
     *
     * @param folder has to be missing or empty; its name becomes the project's
     */
    public void create(Path folder, Optional<String> packageName) {
        Path place = folder.toAbsolutePath().normalize();
        ProjectName name = ProjectName.of(place, packageName);
        refuseUnlessEmpty(place);
        PlannedFiles files = new PlannedFiles(place);
        planBuild(files, name);
        planCode(files, name);
        planRepository(files);
        files.write();
    }

    private static void refuseUnlessEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new GeneratorException(folder + " is a file. Name a folder that is missing or empty.");
        }
        try (Stream<Path> content = Files.list(folder)) {
            content.filter(file -> !file.endsWith(GIT_FOLDER)).findAny().ifPresent(file -> {
                throw new GeneratorException("The folder " + folder + " is not empty: it holds " + file.getFileName()
                        + ". Name a folder that is missing or empty.");
            });
        } catch (IOException failure) {
            throw new GeneratorException("Cannot look into " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private void planBuild(PlannedFiles files, ProjectName name) {
        files.make("pom.xml", fill(name, "root-pom.xml"));
        files.make("domain/pom.xml", fill(name, "domain-pom.xml"));
        for (String service : SERVICES) {
            Map<String, String> values = values(name);
            values.put("service", service);
            files.make(service + "/pom.xml", template("service-pom.xml").fill(values));
        }
        files.makeProgram("orchestrator", fill(name, "orchestrator.sh"));
        files.makeProgram("mvnw", checkedOut("mvnw"));
        BUILD_FILES.forEach(file -> files.make(file, checkedOut(file)));
    }

    private void planCode(PlannedFiles files, ProjectName name) {
        String main = "domain/src/main/java/" + name.packageFolder();
        files.make(main + "/products/product_types/Products.java", fill(name, "Products.java.txt"));
        files.make(main + "/products/product_types/package-info.java", fill(name, "product-types-package.java.txt"));
        files.make(main + "/products/product_blocks/package-info.java", fill(name, "product-blocks-package.java.txt"));
        files.make(main + "/workflows/package-info.java", fill(name, "workflows-package.java.txt"));
        String test = "domain/src/test/java/" + name.packageFolder();
        files.make(test + "/products/product_types/ProductsTest.java", fill(name, "ProductsTest.java.txt"));
        String resources = "domain/src/main/resources/orchestrator";
        files.make(resources + "/translations/en-GB.json", fill(name, "translations.json"));
        files.make(resources + "/data/.gitkeep", "");
        files.make("README.md", fill(name, "README.md"));
        files.make(".gitignore", fill(name, "gitignore"));
    }

    /** What {@code git init} makes, so that git need not be installed: a head, and places for objects and branches. */
    private static void planRepository(PlannedFiles files) {
        if (files.text(GIT_FOLDER + "/HEAD").isEmpty()) {
            files.make(GIT_FOLDER + "/HEAD", "ref: refs/heads/main\n");
            files.make(
                    GIT_FOLDER + "/config",
                    "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n");
            files.make(GIT_FOLDER + "/objects/info/.keep", "");
            files.make(GIT_FOLDER + "/refs/heads/.keep", "");
        }
    }

    private String fill(ProjectName name, String template) {
        return template(template).fill(values(name));
    }

    private Map<String, String> values(ProjectName name) {
        return new HashMap<>(Map.of("name", name.name(), "package", name.packageName(), "version", version));
    }

    private static Template template(String file) {
        return Template.of(NewProject.class, file);
    }

    private String checkedOut(String file) {
        try {
            return Files.readString(checkout.resolve(file));
        } catch (IOException failure) {
            throw new GeneratorException(
                    "Cannot read " + checkout.resolve(file)
                            + ", which every project needs; run this from a whole checkout.",
                    failure);
        }
    }
}
