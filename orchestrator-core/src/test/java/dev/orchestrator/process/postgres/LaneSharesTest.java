package dev.orchestrator.process.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.process.postgres.LaneShares.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneSharesTest {
    private static final int WANTED = 500;

    private final Limits limits = new Limits();

    @Test
    void lanesOfOnePriorityGetTheSame() {
        LaneShares shares = LaneShares.of(List.of(lane("a", ""), lane("b", "")), limits, WANTED);

        assertThat(shares.free()).extracting(Share::number).containsExactly(250, 250);
    }

    @Test
    void aLaneWithoutRoomTakesNothingFromTheOthers() {
        LaneShares shares = LaneShares.of(crowd(0), limits, WANTED);

        assertThat(shares.free()).containsExactly(new Share(lane("free", ""), WANTED));
        assertThat(shares.counted()).isEmpty();
    }

    @Test
    void whatANarrowLaneCannotTakeIsLeftToTheOthers() {
        LaneShares shares = LaneShares.of(crowd(1), limits, WANTED);

        assertThat(shares.free()).containsExactly(new Share(lane("free", ""), WANTED - 50));
        assertThat(shares.counted()).extracting(Share::number).hasSize(50).containsOnly(1);
    }

    @Test
    void eachMayTakeOneHoweverLittleIsWanted() {
        LaneShares shares = LaneShares.of(crowd(1), limits, 1);

        assertThat(shares.free()).extracting(Share::number).containsExactly(1);
        assertThat(shares.counted()).hasSize(50);
    }

    @Test
    void lanesThatShareALimitGetNoMoreThanItTogether() {
        limits.allow("workflow", "a", 7);

        LaneShares shares = LaneShares.of(
                List.of(new Lane(5, "a", 1, "SYSTEM", ""), new Lane(5, "a", 2, "SYSTEM", "")), limits, WANTED);

        assertThat(shares.counted().stream().mapToInt(Share::number).sum()).isEqualTo(7);
    }

    /** One lane without a key beside fifty with one, each of which may run so many. */
    private List<Lane> crowd(int room) {
        List<Lane> lanes = new ArrayList<>(List.of(lane("free", "")));
        IntStream.rangeClosed(1, 50).forEach(n -> {
            limits.allow("key", "key-" + n, room);
            lanes.add(lane("keyed", "key-" + n));
        });
        return lanes;
    }

    private static Lane lane(String workflow, String key) {
        return new Lane(5, workflow, 1, "SYSTEM", key);
    }
}
