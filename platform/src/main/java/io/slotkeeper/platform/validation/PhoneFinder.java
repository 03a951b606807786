package io.slotkeeper.platform.validation;

import org.jspecify.annotations.Nullable;

final class PhoneFinder extends FlawFinder<Phone, String> {
  @Override
  protected @Nullable Flaw flawOf(String text) {
    return PhoneNumbers.parse(text).isPresent()
        ? Flaw.NONE
        : new Flaw("not-a-phone-number", "must be a phone number with + and country code");
  }
}
