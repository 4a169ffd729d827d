package org.example.supplierchange.fv2025;

import java.time.LocalDate;

/**
 * What the steps of FV2025 know of a registration: the place is its market location, always, and the day is a day.
 *
 * @param transaction what all messages of one change carry
 */
public record Registration(String marketLocation, String gridOperator, LocalDate deliveryStart, String transaction) {}
