package io.slotkeeper.query.business;

import io.slotkeeper.api.booking.ConsentWords;
import io.slotkeeper.api.business.BusinessPage;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessQuery.FindBusinesses;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.query.Cursor;
import io.slotkeeper.query.Page;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about businesses; what only the owner may see is left out by who asks. */
@Component
class BusinessAnswers {
  private final BusinessTable table;

  BusinessAnswers(BusinessTable table) {
    this.table = table;
  }

  @QueryHandler
  Optional<BusinessView> answer(FindBusiness query) {
    return table.find(query.businessId()).map(BusinessAnswers::view);
  }

  @QueryHandler
  BusinessPage answer(FindBusinesses query) {
    var cursor = new Cursor("businesses", Objects.requireNonNullElse(query.text(), ""));
    var after =
        cursor.read(query.cursor(), 2, BusinessPosition::read).orElse(BusinessPosition.START);
    var page = Page.of(table.find(query.text(), after, query.limit() + 1), query.limit());
    return new BusinessPage(
        page.items().stream().map(BusinessAnswers::view).toList(),
        page.more() ? cursor.write(BusinessPosition.of(page.last()).parts()) : null);
  }

  static BusinessView view(BusinessRow row) {
    var state = row.state();
    return new BusinessView(
        state.businessId(),
        state.status(),
        state.name(),
        state.timeZone(),
        state.locale(),
        state.whatsappNumber(),
        List.copyOf(state.resources().values()),
        state.openingHours(),
        state.specialHours(),
        List.copyOf(state.closures().values()),
        state.policy(),
        ConsentWords.in(Locale.forLanguageTag(state.locale())),
        row.version());
  }
}
