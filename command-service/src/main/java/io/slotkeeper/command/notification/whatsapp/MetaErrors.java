package io.slotkeeper.command.notification.whatsapp;

/**
 * What Meta's error codes ask for. Source: <a
 * href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes">its
 * list</a>, which says to go by the code; 133004, 131030 and 133010 are known from practice.
 */
public final class MetaErrors {
  private MetaErrors() {}

  /**
   * Sorts a failure.
   *
   * @param code {@code error.code} of an answer or of a status
   * @param httpStatus of the answer; only asked where the code is not known, 0 for a status
   */
  public static FailureClass classify(int code, int httpStatus) {
    return switch (code) {
      case 2, 131000, 131016, 131057, 133004, 2494100 -> FailureClass.TRANSIENT;
      case 4, 80007, 130429 -> FailureClass.SLOW_DOWN;
      case 1 -> FailureClass.FEW_TRIES;
      case 131056 -> FailureClass.PAIR_LIMIT;
      case 0, 3, 10, 190, 368, 131005, 131031, 131042, 131045, 131048, 131064, 133010 ->
          FailureClass.CHANNEL_STOPPED;
      case 130403, 130472, 130497, 131021, 131026, 131030, 131049, 131050, 131051 ->
          FailureClass.UNDELIVERABLE;
      case 131047 -> FailureClass.NEEDS_TEMPLATE;
      case 33, 100, 131008, 131009, 131037, 131053, 131063 -> FailureClass.OUR_MISTAKE;
      case 132000, 132001, 132005, 132007, 132012, 132015, 132016 -> FailureClass.OUR_MISTAKE;
      default -> isPermission(code) ? FailureClass.CHANNEL_STOPPED : byStatus(httpStatus);
    };
  }

  /** Sorts an answer that names no code. */
  static FailureClass byStatus(int httpStatus) {
    return httpStatus == 429 || httpStatus >= 500
        ? FailureClass.TRANSIENT
        : FailureClass.OUR_MISTAKE;
  }

  private static boolean isPermission(int code) {
    return code >= 200 && code <= 299;
  }
}
