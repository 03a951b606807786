package io.slotkeeper.platform.origin;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The origin of what this thread does now. It is not inherited by other threads, and where one
 * begins inside another, the outer one holds again afterwards. Meanwhile the correlation is in the
 * logging context, under {@link Origin#CORRELATION}.
 */
public final class CurrentOrigin implements AutoCloseable {

  private static final ThreadLocal<@Nullable CurrentOrigin> CURRENT = new ThreadLocal<>();

  private final Supplier<Origin> origin;
  private final @Nullable CurrentOrigin outer;
  private final @Nullable String outerCorrelation;

  private CurrentOrigin(Supplier<Origin> origin) {
    this.origin = origin;
    this.outer = CURRENT.get();
    this.outerCorrelation = MDC.get(Origin.CORRELATION);
  }

  /**
   * Begins a part of which only the correlation is known yet; to be closed by the same thread.
   *
   * @param origin is asked each time that something is to be written down
   */
  public static CurrentOrigin begin(String correlation, Supplier<Origin> origin) {
    var begun = new CurrentOrigin(origin);
    CURRENT.set(begun);
    MDC.put(Origin.CORRELATION, correlation);
    return begun;
  }

  /** Does this as what comes from that origin. */
  public static <T> T during(Origin origin, Supplier<T> work) {
    var begun = begin(origin.correlation(), () -> origin);
    try {
      return work.get();
    } finally {
      begun.close();
    }
  }

  /** The origin that holds now; empty where nobody said. */
  public static Optional<Origin> get() {
    return Optional.ofNullable(CURRENT.get()).map(current -> current.origin.get());
  }

  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
    if (outerCorrelation == null) {
      MDC.remove(Origin.CORRELATION);
    } else {
      MDC.put(Origin.CORRELATION, outerCorrelation);
    }
  }
}
