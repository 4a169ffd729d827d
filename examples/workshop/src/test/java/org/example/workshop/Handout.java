package org.example.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/workshop.md has people type, so that what is tested can't differ from it. */
record Handout(String text) {
    private static final Pattern FILE = Pattern.compile("(?s)\nIn `([^`]+)`:\n\n```\\w+\n(.*?)```\n");
    private static final Pattern REGISTRY =
            Pattern.compile("(?s)registry, `([^`]+)`, in front of\n`([^`]+)`:\n\n```java\n(.*?)```\n");
    private static final Pattern DIALOGUE = Pattern.compile("(?s)\n```text\n(.*?)```\n");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./orchestrator (?!up$|new )(.*)$");

    static Handout of(Path checkout) throws IOException {
        return new Handout(Files.readString(checkout.resolve("docs/workshop.md")));
    }

    private MatchResult only(Pattern pattern) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "docs/workshop.md has " + found.size() + " places that look like " + pattern);
        }
        return found.getFirst();
    }

    /** The texts of the files by their paths. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        FILE.matcher(text).results().forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    /** Puts the lines of the products into the registry of a project. */
    void register(Path project) throws IOException {
        MatchResult found = only(REGISTRY);
        Path registry = project.resolve(found.group(1));
        String before = "        " + found.group(2);
        Files.writeString(registry, Files.readString(registry).replace(before, found.group(3) + before));
    }

    /** What the screen shows and what is answered, line by line. */
    List<String> dialogue() {
        return only(DIALOGUE).group(1).lines().filter(line -> !line.isBlank()).toList();
    }

    /** The arguments of ./orchestrator, but those that make and start it, in their order. */
    List<String> commands() {
        return COMMAND.matcher(text).results().map(command -> command.group(1)).toList();
    }
}
