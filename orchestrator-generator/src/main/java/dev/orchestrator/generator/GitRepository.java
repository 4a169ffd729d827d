package dev.orchestrator.generator;

import java.nio.file.Files;
import java.nio.file.Path;

/** The Git repository that a folder is part of. */
public final class GitRepository {
    private static final String FOLDER = ".git";

    private GitRepository() {}

    /** Refuses a folder in none: nobody could see there what was changed, or take it back. */
    public static void require(Path folder) {
        for (Path place = folder.toAbsolutePath().normalize(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(FOLDER))) {
                return;
            }
        }
        throw new GeneratorException(
                "The folder " + folder + " is no Git repository, so what is generated could neither be"
                        + " reviewed nor taken back. Make it one with git init, or insist with --force.");
    }
}
