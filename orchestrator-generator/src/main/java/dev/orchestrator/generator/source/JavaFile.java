package dev.orchestrator.generator.source;

import java.util.SortedSet;
import java.util.TreeSet;

/** A Java file in the making: its body says what it uses, and gets the imports for it. */
final class JavaFile {
    private final String packageName;
    private final SortedSet<String> staticImports = new TreeSet<>();
    private final SortedSet<String> imports = new TreeSet<>();

    JavaFile(String packageName) {
        this.packageName = packageName;
    }

    /** Imports the classes that need it. */
    JavaFile use(String... classes) {
        for (String name : classes) {
            if (!name.substring(0, name.lastIndexOf('.')).equals(packageName)) {
                imports.add(name);
            }
        }
        return this;
    }

    JavaFile useStatic(String member) {
        staticImports.add(member);
        return this;
    }

    String with(String body) {
        StringBuilder text = new StringBuilder("package " + packageName + ";\n\n");
        staticImports.forEach(name -> text.append("import static ").append(name).append(";\n"));
        text.append(staticImports.isEmpty() ? "" : "\n");
        imports.forEach(name -> text.append("import ").append(name).append(";\n"));
        text.append(imports.isEmpty() ? "" : "\n");
        return text.append(body).toString();
    }
}
