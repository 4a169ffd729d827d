package dev.orchestrator.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.0.0.0/8", "192.0.2.1/32", "::/0", "2001:db8::/32", "2001:db8::1/128"})
    void readsWhatItWrites(String text) {
        assertThat(IpPrefix.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "10.0.0.1/8 | 10.0.0.1/8 has bits set beyond its prefix length",
                "10.0.0.0/33 | A prefix length of 33 is not between 0 and 32",
                "10.0.0.0/-1 | A prefix length of -1 is not between 0 and 32",
                "10.0.0.0 | '10.0.0.0' has no prefix length, as in 10.0.0.0/24",
                "10.0.0.0/x | '10.0.0.0/x' has no number as its prefix length",
                "10.0.0.256/32 | '10.0.0.256' is not an IP address"
            })
    void refusesWhatIsNoNetwork(String text, String message) {
        assertThatThrownBy(() -> IpPrefix.of(text)).hasMessage(message);
    }

    @Test
    void containsTheAddressesOfItsNetworkOnly() throws UnknownHostException {
        IpPrefix prefix = IpPrefix.of("10.1.0.0/16");

        assertThat(prefix.contains(InetAddress.getByName("10.1.255.255"))).isTrue();
        assertThat(prefix.contains(InetAddress.getByName("10.2.0.0"))).isFalse();
        assertThat(prefix.contains(InetAddress.getByName("2001:db8::1"))).isFalse();
        assertThat(IpPrefix.of("0.0.0.0/0").contains(InetAddress.getByName("1.2.3.4")))
                .isTrue();
    }
}
