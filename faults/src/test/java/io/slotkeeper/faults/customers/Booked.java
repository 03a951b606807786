package io.slotkeeper.faults.customers;

/**
 * A booking as its customer has it in mind.
 *
 * @param status last acknowledged
 */
record Booked(String id, String manageToken, String slot, String status) {

  boolean isLive() {
    return status.equals("PENDING") || status.equals("CONFIRMED");
  }

  Booked become(String newSlot, String newStatus) {
    return new Booked(id, manageToken, newSlot, newStatus);
  }

  String path() {
    return "/api/bookings/" + id;
  }
}
