package io.slotkeeper.query.business;

import io.slotkeeper.api.BusinessId;
import java.util.List;

/** Where in the list of businesses a page ended. */
record BusinessPosition(String nameSort, String businessId) {
  static final BusinessPosition START = new BusinessPosition("", "");

  static BusinessPosition of(BusinessRow row) {
    return new BusinessPosition(NameSort.of(row.state().name()), row.state().businessId().value());
  }

  static BusinessPosition read(List<String> parts) {
    return new BusinessPosition(parts.get(0), new BusinessId(parts.get(1)).value());
  }

  List<String> parts() {
    return List.of(nameSort, businessId);
  }
}
