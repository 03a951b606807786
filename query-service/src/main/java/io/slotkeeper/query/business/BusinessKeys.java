package io.slotkeeper.query.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.security.OwnerKeyHashes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Owners' keys as the projection knows them. */
@Component
class BusinessKeys implements OwnerKeyHashes {
  private final BusinessTable table;

  BusinessKeys(BusinessTable table) {
    this.table = table;
  }

  @Override
  public Optional<String> keyHashOf(BusinessId businessId) {
    return table.keyHash(businessId);
  }
}
