package org.example.supplierchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.evolution.NotMigratable;
import dev.orchestrator.evolution.Position;
import java.time.LocalDate;
import java.util.Optional;
import org.example.supplierchange.fv2024.Registration;
import org.junit.jupiter.api.Test;

/** A state migration is a pure function: it needs no database to be tested. */
class ToFv2025Test {
    private static final String METERING_POINT = "DE0000000000000000000000000000001";

    private final ToFv2025 migration = new ToFv2025();

    @Test
    void keepsTheLocationAndTheDay() {
        var migrated = migration.migrate(registration("10000000001"));

        assertThat(migrated)
                .isEqualTo(new org.example.supplierchange.fv2025.Registration(
                        "10000000001", "Netz Nord", LocalDate.of(2026, 1, 1), "LFW24-10000000001"));
    }

    @Test
    void refusesAChangeWithoutMarketLocation() {
        assertThatThrownBy(() -> migration.migrate(registration(null)))
                .isInstanceOf(NotMigratable.class)
                .hasMessageContaining("only metering point " + METERING_POINT);
    }

    @Test
    void goesOnWaitingForTheSameAnswer() {
        var state = migration.migrate(registration("10000000001"));

        assertThat(migration.goOnAt(at("registration/await"), state)).isEqualTo("registration-24h/await");
        assertThat(migration.goOnAt(at("check-contract"), state)).isEqualTo("identify-location");
        assertThat(migration.goOnAt(at("confirm"), state)).isEqualTo("confirm");
    }

    private static Registration registration(String marketLocation) {
        return new Registration(marketLocation, METERING_POINT, "Netz Nord", "2026-01-01", "UTILMD-2024-1");
    }

    private static Position at(String step) {
        return new Position(Optional.of(step), Optional.empty());
    }
}
