package dev.orchestrator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.form.Cron;
import dev.orchestrator.product.IpPrefix;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class StateTest {
    record Plan(InetAddress loopback, IpPrefix network, Cron cadence) {}

    @Test
    void readsRecordsThatTravelAsText() throws UnknownHostException {
        State state = State.of("loopback", InetAddress.getByName("2001:db8:0:0::1"))
                .with("network", IpPrefix.of("192.0.2.0/24"))
                .with("cadence", new Cron("0 6 * * *"));

        Plan plan = state.as(Plan.class);

        assertThat(state.text("loopback")).isEqualTo("2001:db8::1");
        assertThat(plan.loopback()).isEqualTo(InetAddress.getByName("2001:db8::1"));
        assertThat(plan.network()).isEqualTo(IpPrefix.of("192.0.2.0/24"));
        assertThat(plan.cadence()).isEqualTo(new Cron("0 6 * * *"));
    }

    @Test
    void neverLooksAHostUpByItsName() {
        State state = State.of("loopback", "localhost")
                .with("network", "192.0.2.0/24")
                .with("cadence", "0 6 * * *");

        assertThatThrownBy(() -> state.as(Plan.class))
                .isInstanceOf(StateMisfit.class)
                .hasMessageContaining("should be InetAddress, found string");
    }
}
