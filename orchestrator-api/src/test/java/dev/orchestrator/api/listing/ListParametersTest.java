package dev.orchestrator.api.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import org.junit.jupiter.api.Test;

class ListParametersTest {
    @Test
    void readsRangeSortAndFilter() {
        ListRequest request =
                new ListParameters("2,4", "startedAt,asc,note,DESC", "status,a-b,tag,X", null).toRequest(10);

        assertThat(request.after()).isEqualTo(2);
        assertThat(request.first()).isEqualTo(2);
        assertThat(request.sorts())
                .containsExactly(new Sort("startedAt", SortOrder.ASC), new Sort("note", SortOrder.DESC));
        assertThat(request.filters()).containsExactly(new Filter("status", "a-b"), new Filter("tag", "X"));
    }

    @Test
    void takesTheLimitWhenNoRangeIsGiven() {
        assertThat(new ListParameters(null, "", null, null).toRequest(7)).isEqualTo(ListRequest.page(0, 7));
    }

    @Test
    void refusesARangeThatIsNone() {
        for (String range : new String[] {"1", "a,b", "4,2", "-2,4", "1,2,3"}) {
            assertRefused(new ListParameters(range, null, null, null), ErrorCode.INVALID_RANGE);
        }
    }

    @Test
    void refusesAFieldWithoutItsPartner() {
        assertRefused(new ListParameters(null, null, "status", null), ErrorCode.INVALID_FILTER);
        assertRefused(new ListParameters(null, "startedAt", null, null), ErrorCode.INVALID_FILTER);
        assertRefused(new ListParameters(null, "startedAt,up", null, null), ErrorCode.INVALID_FILTER);
    }

    private static void assertRefused(ListParameters parameters, ErrorCode code) {
        assertThatThrownBy(() -> parameters.toRequest(10))
                .isInstanceOfSatisfying(
                        OrchestratorException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
