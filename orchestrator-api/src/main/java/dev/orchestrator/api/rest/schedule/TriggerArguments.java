package dev.orchestrator.api.rest.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.schedule.InvalidCadence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** The arguments of a trigger, {@code trigger_kwargs} on the wire; each that can't be read is refused with what was expected. */
final class TriggerArguments {
    /** Keeps sums of spans within what a duration can hold. */
    private static final long MOST = 1_000_000_000;

    private final ObjectNode arguments;

    TriggerArguments(ObjectNode arguments) {
        this.arguments = arguments;
    }

    /** Refuses names that are not among these, and having none of the main ones. */
    void allow(Collection<String> main, Collection<String> more) {
        TreeSet<String> allowed = new TreeSet<>(main);
        allowed.addAll(more);
        TreeSet<String> unknown = new TreeSet<>();
        arguments.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            throw new InvalidCadence("This trigger takes the arguments " + allowed + ", got also " + unknown);
        }
    }

    boolean has(String name) {
        return arguments.has(name);
    }

    /** Empty when absent, null, or no text or number. */
    Optional<String> text(String name) {
        JsonNode value = arguments.path(name);
        return value.isTextual() || value.isIntegralNumber()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    /** 0 when absent or null. */
    long count(String name) {
        JsonNode value = arguments.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.canConvertToLong() || !value.canConvertToExactIntegral() || Math.abs(value.asLong()) > MOST) {
            throw new InvalidCadence("'" + name + "' should be a whole number, got " + value);
        }
        return value.asLong();
    }

    /** UTC when absent or null. */
    ZoneId zone(String name) {
        if (!arguments.hasNonNull(name)) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(arguments.get(name).asText());
        } catch (DateTimeException unknown) {
            throw new InvalidCadence(
                    "'" + name + "' should be a time zone such as 'Europe/Amsterdam', got " + arguments.get(name));
        }
    }

    /** A moment in ISO 8601, in the zone unless it says its offset, or in unix seconds. */
    Optional<Instant> moment(String name, ZoneId zone) {
        if (!arguments.hasNonNull(name)) {
            return Optional.empty();
        }
        JsonNode value = arguments.get(name);
        try {
            return Optional.of(value.isNumber() ? Instant.ofEpochSecond(value.asLong()) : parse(value.asText(), zone));
        } catch (DateTimeException unreadable) {
            throw new InvalidCadence(
                    "'" + name + "' should be a time such as '2026-12-31T23:00:00+01:00', got " + value);
        }
    }

    private static Instant parse(String text, ZoneId zone) {
        String iso = text.strip().replace(' ', 'T');
        if (!iso.contains("T")) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        boolean saysItsOffset = iso.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");
        return saysItsOffset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }
}
