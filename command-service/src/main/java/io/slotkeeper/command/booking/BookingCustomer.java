package io.slotkeeper.command.booking;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;

/** Who has booked. */
public record BookingCustomer(CustomerId customerId, Sealed name, Sealed phone) {}
