package dev.orchestrator.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file's change in the form that {@code patch} and people read; a whole file is one hunk, for the files are small. */
final class Diff {
    private final List<String> before;
    private final List<String> after;
    private final int[][] common;

    private Diff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.common = longestCommon(before, after);
    }

    static String of(Path folder, PlannedFile file) {
        List<String> before = file.before().map(text -> text.lines().toList()).orElse(List.of());
        List<String> after = file.after().lines().toList();
        String path = folder.relativize(file.path()).toString();
        return "--- " + (file.before().isPresent() ? path : "/dev/null")
                + "\n+++ " + path
                + "\n@@ -" + range(before) + " +" + range(after) + " @@\n"
                + String.join("\n", new Diff(before, after).lines())
                + "\n";
    }

    private static String range(List<String> lines) {
        return lines.isEmpty() ? "0,0" : "1," + lines.size();
    }

    /** For each pair of places, how many lines the rests of both have in common, in order. */
    private static int[][] longestCommon(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(" " + before.get(i));
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + before.get(i++));
            } else {
                lines.add("+" + after.get(j++));
            }
        }
        return lines;
    }
}
