package dev.orchestrator.api.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.api.listing.SearchQuery.AllOf;
import dev.orchestrator.api.listing.SearchQuery.AnyOf;
import dev.orchestrator.api.listing.SearchQuery.Anywhere;
import dev.orchestrator.api.listing.SearchQuery.InField;
import dev.orchestrator.api.listing.SearchQuery.Not;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    @Test
    void findsNothingToSearchInBlankText() {
        assertThat(SearchQuery.parse("  ")).isEmpty();
        assertThat(SearchQuery.parse(null)).isEmpty();
    }

    @Test
    void readsAWordWithAnAsteriskAsAPrefix() {
        assertThat(SearchQuery.parse("foo*")).contains(new Anywhere(new SearchValue("foo", true, false)));
    }

    @Test
    void bindsTermsCloserThanAlternatives() {
        assertThat(SearchQuery.parse("a b | c"))
                .contains(new AnyOf(List.of(new AllOf(List.of(anywhere("a"), anywhere("b"))), anywhere("c"))));
    }

    @Test
    void negatesTheTermAfterADash() {
        assertThat(SearchQuery.parse("-(a|b)")).contains(new Not(new AnyOf(List.of(anywhere("a"), anywhere("b")))));
    }

    @Test
    void keepsADashWithinAWord() {
        assertThat(SearchQuery.parse("a-b")).contains(anywhere("a-b"));
    }

    @Test
    void readsAFieldWithOneValueOrWithAlternatives() {
        assertThat(SearchQuery.parse("insync:false"))
                .contains(new InField("insync", List.of(new SearchValue("false", false, false))));
        assertThat(SearchQuery.parse("status:(active|\"phase out\")"))
                .contains(new InField(
                        "status",
                        List.of(new SearchValue("active", false, false), new SearchValue("phase out", false, true))));
    }

    @Test
    void takesWhatIsQuotedLiterally() {
        assertThat(SearchQuery.parse("note:\"at 10:00 (CET) - or later\""))
                .contains(new InField("note", List.of(new SearchValue("at 10:00 (CET) - or later", false, true))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a)", "\"a", "a:", "a:\"\"", ":a", "*", "a:(b", "a:(b|)"})
    void refusesWhatIsUnbalancedOrIncomplete(String text) {
        assertThatThrownBy(() -> SearchQuery.parse(text))
                .isInstanceOfSatisfying(
                        OrchestratorException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FILTER))
                .hasMessageContaining(text);
    }

    @Test
    void refusesParenthesesThatAreTooDeep() {
        assertThatThrownBy(() -> SearchQuery.parse("(".repeat(5_000))).hasMessageContaining("parentheses");
    }

    private static Anywhere anywhere(String word) {
        return new Anywhere(new SearchValue(word, false, false));
    }
}
