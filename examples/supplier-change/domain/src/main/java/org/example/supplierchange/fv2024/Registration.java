package org.example.supplierchange.fv2024;

import jakarta.annotation.Nullable;

/**
 * What the steps of FV2024 know of a registration.
 *
 * @param deliveryStart the day, in whatever way the customer wrote it
 */
public record Registration(
        @Nullable String marketLocation,
        String meteringPoint,
        String gridOperator,
        String deliveryStart,
        @Nullable String messageReference) {}
