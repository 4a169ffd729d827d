package org.example.supplierchange;

import dev.orchestrator.evolution.NotMigratable;
import dev.orchestrator.evolution.Position;
import dev.orchestrator.evolution.StateMigration;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.example.supplierchange.fv2024.Registration;

/** Leads supplier changes that are under way from FV2024 to FV2025. */
@Singleton
public class ToFv2025 extends StateMigration<Registration, org.example.supplierchange.fv2025.Registration> {
    public ToFv2025() {
        super(
                version("supplier_change", 2024, Registration.class),
                version("supplier_change", 2025, org.example.supplierchange.fv2025.Registration.class));
    }

    @Override
    public org.example.supplierchange.fv2025.Registration migrate(Registration from) {
        if (from.marketLocation() == null) {
            throw new NotMigratable("FV2025 needs the market location, and only metering point " + from.meteringPoint()
                    + " is known: ask " + from.gridOperator()
                    + " for it and edit the state, or let this change end on FV2024");
        }
        return new org.example.supplierchange.fv2025.Registration(
                from.marketLocation(),
                from.gridOperator(),
                LocalDate.parse(from.deliveryStart()),
                "LFW24-" + from.marketLocation());
    }

    /** Who has registered goes on waiting for the answer; who has not begins with the location. */
    @Override
    public String goOnAt(Position at, org.example.supplierchange.fv2025.Registration state) {
        String step = at.step();
        return switch (step) {
            case "check-contract" -> "identify-location";
            case "inform-previous-supplier" -> "confirm";
            default -> step.replace("registration/", "registration-24h/");
        };
    }
}
