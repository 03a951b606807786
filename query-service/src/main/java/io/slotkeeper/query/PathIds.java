package io.slotkeeper.query;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.platform.problem.ProblemException;
import java.util.function.Function;

/** Ids in paths: what is no id of the kind names nothing, so it is not found. */
public final class PathIds {
  private PathIds() {}

  /** A business in a path. */
  public static BusinessId business(String text) {
    return read(text, BusinessId::new);
  }

  /** A slot in a path. */
  public static SlotId slot(String text) {
    return read(text, SlotId::parse);
  }

  /** A booking in a path. */
  public static BookingId booking(String text) {
    return read(text, BookingId::new);
  }

  private static <T> T read(String text, Function<String, T> id) {
    try {
      return id.apply(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }
}
