package dev.orchestrator.api.listing;

/** Cuts a search text into words and the signs with a meaning, remembering where it stands. */
final class SearchTokens {
    static final char END = '\0';
    /** Stands for a word, whose text is in {@link #word}. */
    static final char WORD = 'w';
    /** Stands for what is between two quotation marks, whatever it is; its text is in {@link #word} too. */
    static final char PHRASE = 'p';
    /** Stands for a quotation mark without its partner. */
    static final char OPEN_PHRASE = '"';

    private static final String SIGNS = "|-*():";
    private static final String WORD_ENDS = "()|!:<>*\"";

    private final String text;
    private int position;
    private char current;
    private String word = "";

    SearchTokens(String text) {
        this.text = text;
        next();
    }

    char current() {
        return current;
    }

    String word() {
        return word;
    }

    boolean skip(char sign) {
        boolean matches = current == sign;
        if (matches) {
            next();
        }
        return matches;
    }

    void next() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
        if (position == text.length()) {
            current = END;
        } else if (SIGNS.indexOf(text.charAt(position)) >= 0) {
            current = text.charAt(position++);
        } else if (text.charAt(position) == '"') {
            current = readPhrase();
        } else {
            current = WORD;
            word = readWord();
        }
    }

    private char readPhrase() {
        int end = text.indexOf('"', position + 1);
        if (end < 0) {
            return OPEN_PHRASE;
        }
        word = text.substring(position + 1, end).strip();
        position = end + 1;
        return PHRASE;
    }

    private String readWord() {
        int start = position;
        while (position < text.length() && !endsWord(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Signs that neither belong to a word nor have a meaning are read over. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '!' || c == '<' || c == '>' || c == END;
    }

    private static boolean endsWord(char c) {
        return Character.isWhitespace(c) || c == END || WORD_ENDS.indexOf(c) >= 0;
    }
}
