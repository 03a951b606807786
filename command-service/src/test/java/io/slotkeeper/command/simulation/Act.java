package io.slotkeeper.command.simulation;

/** What may happen next, and how often it does in the ordinary run of things. */
enum Act {
  REQUEST(20),
  CONFIRM(9),
  REJECT(3),
  CANCEL(6),
  RESCHEDULE(9),
  COMPLETE(3),
  MISS(2),
  EXPIRE(3),
  BLOCK(3),
  UNBLOCK(2),
  SET_HOURS(1),
  SET_SPECIAL_HOURS(1),
  CLEAR_SPECIAL_HOURS(1),
  ADD_CLOSURE(1),
  REMOVE_CLOSURE(1),
  SET_POLICY(3),
  SUSPEND(1),
  RESUME(2),
  RETIRE(1),
  CLOSE(1),
  WAIT(14),
  TELL_SAGAS(9),
  FIRE(7),
  SEND(6),
  RESTART(2),
  FAIL_POWER(6);

  private final int weight;

  Act(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }
}
