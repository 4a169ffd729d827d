package org.example.supplierchange;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the customer's new supplier is asked for, whatever the format version.
 *
 * @param marketLocation the eleven digits of the place that is supplied (MaLo-ID), if the customer knows them
 * @param meteringPoint the name of the meter's place (Zählpunktbezeichnung), which is on every bill
 * @param gridOperator who runs the grid there, and has to agree (Netzbetreiber)
 * @param deliveryStart the day, as 2026-01-01
 */
public record Order(
        @Size(min = 2, max = 100) String customer,
        @Nullable @Pattern(regexp = "\\d{11}") String marketLocation,
        @Pattern(regexp = "DE[0-9A-Z]{31}") String meteringPoint,
        @Size(min = 2, max = 100) String gridOperator,
        @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") String deliveryStart) {}
