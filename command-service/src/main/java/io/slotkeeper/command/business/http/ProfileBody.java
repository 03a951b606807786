package io.slotkeeper.command.business.http;

import static io.slotkeeper.platform.validation.Texts.stripped;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessCommand.ChangeBusinessProfile;
import io.slotkeeper.platform.validation.LanguageTag;
import io.slotkeeper.platform.validation.Phone;
import io.slotkeeper.platform.validation.PhoneNumbers;
import io.slotkeeper.platform.validation.Text;
import io.slotkeeper.platform.validation.Zone;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is to change of a business; what is absent stays. */
record ProfileBody(
    @Text(max = 120) @Nullable String name,
    @Zone @Nullable String timeZone,
    @Phone @Nullable String whatsappNumber,
    @LanguageTag @Nullable String locale) {
  ProfileBody {
    name = stripped(name);
  }

  ChangeBusinessProfile command(BusinessId businessId) {
    return new ChangeBusinessProfile(
        businessId,
        name,
        timeZone == null ? null : ZoneId.of(timeZone),
        whatsappNumber == null ? null : PhoneNumbers.parse(whatsappNumber).orElseThrow(),
        locale == null ? null : Locale.forLanguageTag(locale));
  }

  @Override
  public String toString() {
    return "ProfileBody[…]";
  }
}
