package io.slotkeeper.command.notification.delivery;

/** Why a letter stays; never personal. */
final class Postponed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Postponed(String why) {
    super(why, null, false, false);
  }
}
