package dev.orchestrator.api.listing;

import dev.orchestrator.api.listing.SearchQuery.AllOf;
import dev.orchestrator.api.listing.SearchQuery.AnyOf;
import dev.orchestrator.api.listing.SearchQuery.Anywhere;
import dev.orchestrator.api.listing.SearchQuery.InField;
import dev.orchestrator.api.listing.SearchQuery.Not;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a search text by the grammar of {@link SearchQuery}, one method for each rule. */
final class SearchQueryParser {
    private static final int MAX_DEPTH = 20;

    private final String text;
    private final SearchTokens tokens;
    private int depth;

    SearchQueryParser(String text) {
        this.text = text;
        this.tokens = new SearchTokens(text);
    }

    SearchQuery parse() {
        SearchQuery query = query();
        if (tokens.current() != SearchTokens.END) {
            throw invalid("unexpected '%s'".formatted(tokens.current()));
        }
        return query;
    }

    private SearchQuery query() {
        List<SearchQuery> alternatives = new ArrayList<>();
        do {
            List<SearchQuery> terms = terms();
            if (!terms.isEmpty()) {
                alternatives.add(terms.size() == 1 ? terms.get(0) : new AllOf(terms));
            }
        } while (tokens.skip('|'));
        return switch (alternatives.size()) {
            case 0 -> new AllOf(List.of());
            case 1 -> alternatives.get(0);
            default -> new AnyOf(alternatives);
        };
    }

    private List<SearchQuery> terms() {
        List<SearchQuery> terms = new ArrayList<>();
        while (true) {
            boolean negated = tokens.skip('-');
            Optional<SearchQuery> term = positiveTerm();
            if (term.isEmpty()) {
                return terms;
            }
            terms.add(negated ? new Not(term.get()) : term.get());
        }
    }

    private Optional<SearchQuery> positiveTerm() {
        if (tokens.skip('(')) {
            return Optional.of(group());
        }
        return value().map(value -> tokens.skip(':') ? new InField(value.text(), fieldValues()) : new Anywhere(value));
    }

    private SearchQuery group() {
        if (++depth > MAX_DEPTH) {
            throw invalid("more than %d parentheses within one another".formatted(MAX_DEPTH));
        }
        SearchQuery query = query();
        depth--;
        expect(')');
        return query;
    }

    private List<SearchValue> fieldValues() {
        if (!tokens.skip('(')) {
            return List.of(fieldValue());
        }
        List<SearchValue> values = new ArrayList<>();
        do {
            values.add(fieldValue());
        } while (tokens.skip('|'));
        expect(')');
        return values;
    }

    private SearchValue fieldValue() {
        return value().filter(value -> !value.text().isEmpty())
                .orElseThrow(() -> invalid("a value is missing after ':'"));
    }

    private Optional<SearchValue> value() {
        char kind = tokens.current();
        String word = tokens.word();
        return switch (kind) {
            case SearchTokens.WORD -> {
                tokens.next();
                yield Optional.of(new SearchValue(word, tokens.skip('*'), false));
            }
            case SearchTokens.PHRASE -> {
                tokens.next();
                boolean prefix = word.endsWith("*");
                yield Optional.of(new SearchValue(prefix ? word.substring(0, word.length() - 1) : word, prefix, true));
            }
            case SearchTokens.OPEN_PHRASE -> throw invalid("the closing '\"' is missing");
            default -> Optional.empty();
        };
    }

    private void expect(char sign) {
        if (!tokens.skip(sign)) {
            throw invalid("'%s' is missing".formatted(sign));
        }
    }

    private OrchestratorException invalid(String reason) {
        return new OrchestratorException(
                ErrorCode.INVALID_FILTER, "The search text is not valid, %s: %s".formatted(reason, text));
    }
}
