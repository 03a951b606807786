package io.slotkeeper.platform.validation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class OneOfFinder extends FlawFinder<OneOf, String> {
  private List<String> names = List.of();

  @Override
  public void initialize(OneOf oneOf) {
    names = Arrays.stream(oneOf.value().getEnumConstants()).map(Enum::name).toList();
  }

  @Override
  protected @Nullable Flaw flawOf(String text) {
    return names.contains(text)
        ? Flaw.NONE
        : new Flaw("unknown-value", "must be one of %s".formatted(String.join(", ", names)));
  }
}
