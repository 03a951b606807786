package io.slotkeeper.admin.service;

import java.net.URI;
import java.util.Objects;

/** A service does not answer. */
public final class ServiceUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mayHaveArrived;

  ServiceUnreachable(String service, URI address, boolean mayHaveArrived, Throwable cause) {
    super(
        "%s does not answer at %s: %s".formatted(service, withoutUser(address), reason(cause)),
        cause);
    this.mayHaveArrived = mayHaveArrived;
  }

  /** Whether it may have done what it was asked. */
  boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  private static String reason(Throwable cause) {
    var said = cause.getMessage();
    return said == null || said.isBlank() ? cause.getClass().getSimpleName() : said;
  }

  private static String withoutUser(URI address) {
    return address.toString().replaceFirst("//[^/@]*@", "//");
  }

  /** In a sentence. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
