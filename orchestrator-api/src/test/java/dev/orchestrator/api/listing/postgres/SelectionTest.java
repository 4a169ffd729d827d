package dev.orchestrator.api.listing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.listing.Filter;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.SearchQuery;
import dev.orchestrator.api.listing.Sort;
import dev.orchestrator.api.listing.SortOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final ListFields FIELDS = ListFields.keyedBy("s.id")
            .id("subscription_id", "s.id")
            .text("description", "s.description")
            .bool("insync", "s.insync")
            .time("start_date", "s.start_date")
            .filterText("product", "p.name", "EXISTS (SELECT FROM products p WHERE {condition})");

    private final Parameters parameters = new Parameters();

    @Test
    void bindsWhatComesFromOutside() {
        Selection selection = filtered("description", "x'; DROP TABLE subscriptions; '");

        assertThat(selection.where()).isEqualTo("true AND (s.description ILIKE $1)");
        assertThat(parameters.toTuple().getString(0)).isEqualTo("x'; DROP TABLE subscriptions; '");
    }

    @Test
    void cutsAValueIntoAlternativesAndNegatesThemTogether() {
        assertThat(filtered("description", "!a-b|c").where())
                .isEqualTo("true AND NOT coalesce((s.description ILIKE $1 OR s.description ILIKE $2"
                        + " OR s.description ILIKE $3), false)");
    }

    @Test
    void keepsTheDashesOfDatesAndIds() {
        assertThat(filtered("startDate", ">=2026-01-02").where()).isEqualTo("true AND (s.start_date >= $1)");
        assertThat(filtered("subscription_id", "0b8ba5de-6d2c-4b4b-9f2b-0f1d6f1a3c11")
                        .where())
                .isEqualTo("true AND s.id = ANY($2)");
    }

    @Test
    void enclosesAConditionOnRelatedRows() {
        assertThat(filtered("product", "User").where())
                .isEqualTo("true AND EXISTS (SELECT FROM products p WHERE (p.name ILIKE $1))");
    }

    @Test
    void selectsNothingAndSaysSoForAnEmptyValue() {
        Selection selection = filtered("description", "");

        assertThat(selection.where()).isEqualTo("true AND false");
        assertThat(selection.problems()).containsExactly("Invalid filter arguments");
    }

    @Test
    void leavesOutUnknownFieldsAndNamesTheValidOnes() {
        ListRequest request = new ListRequest(
                List.of(new Filter("test", "a"), new Filter("insync", "true")),
                List.of(new Sort("colour", SortOrder.ASC)),
                0,
                10,
                Optional.empty());

        Selection selection = select(request);

        assertThat(selection.where()).isEqualTo("true AND (s.insync)");
        assertThat(selection.problems())
                .containsExactly(
                        "Invalid filter arguments (invalid_filters=['test'] valid_filter_keys=['description', 'insync',"
                                + " 'product', 'startDate', 'subscriptionId'])",
                        "Invalid sort arguments (invalid_sorting=['colour'] valid_sort_keys=['description', 'insync',"
                                + " 'startDate', 'subscriptionId'])");
    }

    @Test
    void sortsTextWhateverItsCaseAndEndsWithTheKey() {
        ListRequest request = new ListRequest(
                List.of(),
                List.of(new Sort("description", SortOrder.DESC), new Sort("start_date", SortOrder.ASC)),
                0,
                10,
                Optional.empty());

        assertThat(select(request).order()).isEqualTo("lower(s.description) DESC, s.start_date ASC, s.id");
    }

    @Test
    void searchesAllTextFieldsOrTheOneThatIsNamed() {
        assertThat(searched("ab").where())
                .isEqualTo("true AND (s.description ILIKE $1 OR EXISTS (SELECT FROM products p WHERE p.name ILIKE $2)"
                        + " OR s.id::text ILIKE $3)");
        assertThat(searched("-insync:false").where()).isEqualTo("true AND NOT coalesce((NOT s.insync), false)");
        assertThat(searched("colour:red").where()).isEqualTo("true AND (false)");
    }

    private Selection filtered(String field, String value) {
        return select(ListRequest.filteredBy(field, value, 10));
    }

    private Selection searched(String text) {
        return select(ListRequest.page(0, 10).searching(SearchQuery.parse(text).orElseThrow()));
    }

    private Selection select(ListRequest request) {
        return Selection.of(request, FIELDS, new FieldSearch(FIELDS), parameters);
    }
}
