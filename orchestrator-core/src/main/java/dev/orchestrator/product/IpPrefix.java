package dev.orchestrator.product;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.orchestrator.state.IpText;
import java.math.BigInteger;
import java.net.InetAddress;

/**
 * An IP network such as {@code 10.0.0.0/24} or {@code 2001:db8::/32}.
 *
 * @param address the network's first address: no bit is set beyond the length
 */
public record IpPrefix(InetAddress address, int length) {
    public IpPrefix {
        int bits = address.getAddress().length * Byte.SIZE;
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("A prefix length of " + length + " is not between 0 and " + bits);
        }
        if (new BigInteger(1, address.getAddress()).getLowestSetBit() >= 0
                && new BigInteger(1, address.getAddress()).getLowestSetBit() < bits - length) {
            throw new IllegalArgumentException(
                    IpText.of(address) + "/" + length + " has bits set beyond its prefix length");
        }
    }

    @JsonCreator
    public static IpPrefix of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' has no prefix length, as in 10.0.0.0/24");
        }
        return new IpPrefix(IpText.address(text.substring(0, slash)), length(text, slash));
    }

    private static int length(String text, int slash) {
        try {
            return Integer.parseInt(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' has no number as its prefix length", e);
        }
    }

    public boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int hostBits = ours.length * Byte.SIZE - length;
        return new BigInteger(1, ours).shiftRight(hostBits).equals(new BigInteger(1, theirs).shiftRight(hostBits));
    }

    @Override
    @JsonValue
    public String toString() {
        return IpText.of(address) + "/" + length;
    }
}
