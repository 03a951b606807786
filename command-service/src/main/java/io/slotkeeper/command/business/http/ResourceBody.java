package io.slotkeeper.command.business.http;

import static io.slotkeeper.platform.validation.Texts.stripped;
import static java.util.Objects.requireNonNull;

import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.Text;
import org.jspecify.annotations.Nullable;

/**
 * What can be booked.
 *
 * @param name what people call it
 */
record ResourceBody(@Required @Text(max = 120) @Nullable String name) {
  ResourceBody {
    name = stripped(name);
  }

  String checkedName() {
    return requireNonNull(name);
  }
}
