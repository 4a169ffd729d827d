package dev.orchestrator.api.rest.json;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoField;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time as REST clients read it: seconds since 1970 with six decimals. */
@Schema(type = SchemaType.NUMBER, format = "unix-timestamp")
@RegisterForReflection
public record UnixTime(@JsonValue BigDecimal seconds) {
    private static final int MICROSECONDS = 6;

    /** Null stays null. */
    public static UnixTime of(Instant time) {
        return time == null
                ? null
                : new UnixTime(BigDecimal.valueOf(time.getEpochSecond())
                        .add(BigDecimal.valueOf(time.get(ChronoField.MICRO_OF_SECOND), MICROSECONDS)));
    }
}
