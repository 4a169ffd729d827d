package dev.orchestrator.generator.project;

import dev.orchestrator.generator.GeneratorException;
import dev.orchestrator.generator.Names;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a project is called, and the Java package of its code. */
record ProjectName(String name, String packageName) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** The folder's name is the project's; without its dashes it is the package, unless another is chosen. */
    static ProjectName of(Path folder, Optional<String> chosenPackage) {
        String name = String.valueOf(folder.getFileName());
        if (!NAME.matcher(name).matches()) {
            throw new GeneratorException(
                    "The folder's name '" + name + "' can't be the name of a project."
                            + " Expected lower-case letters, digits and single dashes, beginning with a letter, such as my-orchestrator.");
        }
        String packageName = chosenPackage.orElse(name.replace("-", ""));
        if (!Names.isFree(packageName)) {
            throw new GeneratorException(
                    "'" + packageName + "' can't be a Java package: it is no name, or a reserved word."
                            + " Choose another one, for example --package org.example.orchestrator");
        }
        return new ProjectName(name, packageName);
    }

    String packageFolder() {
        return packageName.replace('.', '/');
    }
}
