package io.slotkeeper.command.notification.chat;

/** Hears how far messages of ours have come. */
@FunctionalInterface
public interface DeliveryReports {
  /** Notes a report; the same one may come again, and in any order. */
  void report(Inbound.StatusReport report);
}
