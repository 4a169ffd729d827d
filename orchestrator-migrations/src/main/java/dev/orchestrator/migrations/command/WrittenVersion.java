package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.VersionFolder;
import dev.orchestrator.migrations.revision.Change;
import dev.orchestrator.migrations.revision.Section;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes data versions and tells the person where they are. */
record WrittenVersion(VersionFolder folder, PrintWriter out) {
    /** Refuses at once what {@link #write} would refuse in the end. */
    void requireWritable(AnswerOptions options) {
        if (!options.test) {
            folder.requireWritable();
        }
    }

    /** One for a person to fill in. */
    void write(String message) {
        write(message, List.of(), List.of());
    }

    /** One that makes the changes; none if there are none. */
    void write(AnswerOptions options, List<Change> changes) {
        if (changes.isEmpty()) {
            out.println("Nothing has changed; no version was written");
            return;
        }
        List<String> upgrade = lines(changes, Change::upgrade);
        List<String> undo = lines(changes.reversed(), Change::undo);
        out.println();
        if (options.test) {
            out.println("-- Would be written:");
            upgrade.forEach(out::println);
            out.println();
            out.println("-- To take it back:");
            undo.forEach(out::println);
        } else {
            write(options.message, upgrade, undo);
        }
    }

    private void write(String message, List<String> upgrade, List<String> undo) {
        folder.initIfMissing().ifPresent(dataHead -> out.println("Created the data head " + dataHead.upgrade()));
        VersionFolder.Written written = folder.write(message, upgrade, undo);
        out.println("Created " + written.upgrade());
        out.println("Created " + written.undo());
    }

    /** The statements below the names of their sections. */
    private static List<String> lines(List<Change> changes, Function<Change, String> statement) {
        List<String> lines = new ArrayList<>();
        Section section = null;
        for (Change change : changes) {
            if (change.section() != section) {
                if (section != null) {
                    lines.add("");
                }
                section = change.section();
                lines.add("-- " + section);
            }
            lines.add(statement.apply(change));
        }
        return lines;
    }
}
