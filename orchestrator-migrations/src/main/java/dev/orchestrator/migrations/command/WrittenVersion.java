package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.VersionFolder;
import java.io.PrintWriter;
import java.util.List;

/** Writes data versions and tells the person where they are. */
record WrittenVersion(VersionFolder folder, PrintWriter out) {
    void write(String message, List<String> upgrade, List<String> undo) {
        folder.initIfMissing().ifPresent(dataHead -> out.println("Created the data head " + dataHead.upgrade()));
        VersionFolder.Written written = folder.write(message, upgrade, undo);
        out.println("Created " + written.upgrade());
        out.println("Created " + written.undo());
    }
}
