package io.slotkeeper.platform.validation;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;

/** The kinds of id that callers send in bodies. */
public enum IdKind {
  /** {@code slt_…} */
  SLOT("a slot id", IdPatterns.SLOT),
  /** {@code res_…} */
  RESOURCE("a resource id", IdPatterns.RESOURCE);

  private final String words;
  private final String pattern;

  IdKind(String words, String pattern) {
    this.words = words;
    this.pattern = pattern;
  }

  String words() {
    return words;
  }

  String pattern() {
    return pattern;
  }

  boolean accepts(String text) {
    try {
      var id =
          switch (this) {
            case SLOT -> SlotId.parse(text);
            case RESOURCE -> new ResourceId(text);
          };
      return id.toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
