package io.slotkeeper.platform.problem;

/** Builds JSON Pointers (RFC 6901). */
public final class JsonPointers {
  private JsonPointers() {}

  /** The pointer to a member or element of what a pointer leads to. */
  public static String child(String pointer, Object token) {
    return pointer + "/" + token.toString().replace("~", "~0").replace("/", "~1");
  }
}
