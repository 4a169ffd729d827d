package dev.orchestrator.api.listing;

import java.util.Arrays;
import java.util.List;

/**
 * A word or a quoted phrase to look for.
 *
 * @param prefix whether longer words that begin with the last one match too
 * @param phrase whether it was quoted
 */
public record SearchValue(String text, boolean prefix, boolean phrase) {

    /** The runs of letters and digits in it: what has to follow one another, whatever stands in between. */
    public List<String> words() {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
