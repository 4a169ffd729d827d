package dev.orchestrator.generator.description;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in the file; what does not fit is noted, and reading goes on, so that all mistakes are told at once. */
final class Section {
    private final Problems problems;
    private final int line;
    private final Map<String, Node> entries = new HashMap<>();

    Section(Node node, Problems problems, String... known) {
        this.problems = problems;
        this.line = line(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> take(entry, Set.of(known)));
        } else {
            problems.add(line, "Expected entries of the form 'key: value' here");
        }
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void take(NodeTuple entry, Set<String> known) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        int place = line(entry.getKeyNode());
        if (!known.contains(key)) {
            problems.add(place, "Unknown key '" + key + "'; there are " + String.join(", ", new TreeSet<>(known)));
        } else if (entries.put(key, entry.getValueNode()) != null) {
            problems.add(place, "'" + key + "' stands here twice");
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    void problem(String key, String text) {
        problems.add(has(key) ? line(entries.get(key)) : line, text);
    }

    /** A text that has to be there. */
    String text(String key) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() && !has(key)) {
            problems.add(line, "'" + key + "' is missing");
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        problems.add(line(node), "'" + key + "' has to be a text");
        return Optional.empty();
    }

    Optional<Long> number(String key) {
        Optional<String> text = optionalText(key);
        try {
            return text.map(Long::valueOf);
        } catch (NumberFormatException noNumber) {
            problem(key, "'" + key + "' has to be a whole number, not '" + text.orElseThrow() + "'");
            return Optional.empty();
        }
    }

    /** The nodes of a list; none when it is not there. */
    List<Node> list(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        problems.add(line(node), "'" + key + "' has to be a list with at least one item");
        return List.of();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : list(key)) {
            String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            if (text.isEmpty() || texts.contains(text)) {
                problems.add(line(node), "'" + key + "' has to be a list of different texts");
            }
            texts.add(text);
        }
        return texts;
    }
}
