package dev.orchestrator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessActionTest {
    @ParameterizedTest
    @EnumSource(ProcessStatus.class)
    void allowsOnlyWhatTheTransitionsOfAProcessAllow(ProcessStatus status) {
        assertThat(ProcessAction.allowedAt(status))
                .allMatch(action -> action.next().map(status::canBecome).orElse(!status.isFinal()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProcessStatus.class,
            names = {"COMPLETED", "ABORTED"})
    void allowsNothingOnceAProcessHasEnded(ProcessStatus status) {
        assertThat(ProcessAction.allowedAt(status)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProcessStatus.class)
    void offersAWayOnWhereverAProcessStands(ProcessStatus status) {
        if (status.canBecome(ProcessStatus.RESUMED)) {
            assertThat(ProcessAction.allowedAt(status))
                    .contains(ProcessAction.SKIP, ProcessAction.GO_BACK, ProcessAction.EDIT_STATE, ProcessAction.ABORT);
        }
    }

    @ParameterizedTest
    @EnumSource(ProcessAction.class)
    void isKnownByItsName(ProcessAction action) {
        assertThat(ProcessAction.ofWireName(action.wireName())).isEqualTo(Optional.of(action));
    }
}
