package io.slotkeeper.admin.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One part of a path, which can hold whatever somebody types. */
public final class PathSegment {
  private PathSegment() {}

  /** Encoded for a path, and for a query too. */
  public static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
