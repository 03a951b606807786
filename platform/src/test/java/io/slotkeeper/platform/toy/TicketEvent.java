package io.slotkeeper.platform.toy;

import java.time.Instant;

/** What happened to a ticket. */
public sealed interface TicketEvent {

  String ticket();

  record Taken(String ticket, int counter, Instant at) implements TicketEvent {}

  record Returned(String ticket) implements TicketEvent {}
}
