package io.slotkeeper.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a request that the rules do not allow. It is expected, so it carries no stack
 * trace. Its {@link Code} is stable: clients rely on it.
 */
public final class Refused extends RuntimeException {
  /** Why a request is refused, in the spelling that callers see. */
  public enum Code {
    /** There is no such thing, or the caller may not know of it. */
    NOT_FOUND("not-found"),
    /** Somebody else holds this slot, or time that overlaps it. */
    SLOT_TAKEN("slot-taken"),
    /** The state of the thing does not allow this command. Details: from, command, rule. */
    ILLEGAL_TRANSITION("illegal-transition"),
    /** The caller has seen an older version. Details: expected, actual. */
    VERSION_CONFLICT("version-conflict"),
    /** The business does not offer this slot. Details: rule. */
    SLOT_NOT_OFFERED("slot-not-offered"),
    /** The time for this has passed. Details: rule. */
    TOO_LATE("too-late");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** The code as callers see it. */
    public String text() {
      return text;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient Map<String, Object> details;

  private Refused(Code code, String message, Map<String, Object> details) {
    super(message, null, false, false);
    this.code = code;
    this.details = Collections.unmodifiableMap(details);
  }

  /** There is no such thing, or the caller may not know of it. */
  public static Refused notFound() {
    return new Refused(Code.NOT_FOUND, "There is nothing here that you may see.", Map.of());
  }

  /** Somebody else holds this slot, or time that overlaps it. */
  public static Refused slotTaken(SlotId slotId) {
    return new Refused(
        Code.SLOT_TAKEN, "This slot is no longer free.", Map.of("slotId", slotId.toString()));
  }

  /**
   * The state does not allow this command.
   *
   * @param rule the name of the rule, such as {@code OnlyPendingBookingCanBeConfirmed}
   * @param from the state that it is in
   * @param command what was asked
   */
  public static Refused illegalTransition(String rule, Enum<?> from, String command) {
    return new Refused(
        Code.ILLEGAL_TRANSITION,
        "%s is not possible from %s.".formatted(command, from),
        details("from", from.name(), "command", command, "rule", rule));
  }

  /** The caller has seen an older version. */
  public static Refused versionConflict(long expected, long actual) {
    return new Refused(
        Code.VERSION_CONFLICT,
        "Version %d was expected, but it is at version %d.".formatted(expected, actual),
        details("expected", expected, "actual", actual));
  }

  /**
   * The business does not offer this slot.
   *
   * @param rule the name of the rule that leaves it out, such as {@code SlotMustBeOnTheTimetable}
   */
  public static Refused slotNotOffered(String rule) {
    return new Refused(Code.SLOT_NOT_OFFERED, "This slot is not offered.", Map.of("rule", rule));
  }

  /** The time for this has passed. */
  public static Refused tooLate(String rule) {
    return new Refused(Code.TOO_LATE, "The time for this has passed.", Map.of("rule", rule));
  }

  /** In the order in which they are given, so that an answer always reads the same. */
  private static Map<String, Object> details(Object... namesAndValues) {
    var details = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      details.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return details;
  }

  /** Why, as a stable code. */
  public Code code() {
    return code;
  }

  /** What the code leaves open, by name; never personal. */
  public Map<String, Object> details() {
    return details;
  }
}
