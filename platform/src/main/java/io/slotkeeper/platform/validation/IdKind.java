package io.slotkeeper.platform.validation;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;

/** The kinds of id that callers send in bodies. */
public enum IdKind {
  /** {@code slt_…} */
  SLOT("a slot id"),
  /** {@code res_…} */
  RESOURCE("a resource id");

  private final String words;

  IdKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
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
