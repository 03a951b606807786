package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.privacy.PhoneHashes;
import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.platform.privacy.MasterKey;

/** The keys of customers, and the slots that are held: what the command service keeps in tables. */
final class Registry {
  private final World world;
  private final MasterKey masterKey;
  private final PhoneHashes hashes;
  private final RowCopy keys;
  private final RowCopy claims;

  Registry(World world, MasterKey masterKey, PhoneHashes hashes, RowCopy keys, RowCopy claims) {
    this.world = world;
    this.masterKey = masterKey;
    this.hashes = hashes;
    this.keys = keys;
    this.claims = claims;
  }

  static String[] columnsOfKeys() {
    return new String[] {"customer_id", "business_id", "phone_hash", "sealed_key", "created_at"};
  }

  static String[] columnsOfClaims() {
    return new String[] {"slot_id", "resource_id", "booking_id", "during", "until"};
  }

  /** A key for somebody who books. */
  CustomerKey add(BusinessId businessId, PhoneNumber phone) {
    var customerId = world.ids().newCustomerId();
    var key = world.chance().bytes(MasterKey.BYTES);
    keys.row()
        .text(customerId.value())
        .text(businessId.value())
        .bytes(hashes.of("customer/1:" + businessId, phone))
        .bytes(masterKey.seal(key, CustomerKey.purposeOf(customerId)))
        .time(world.now());
    return new CustomerKey(customerId, key);
  }

  /** Whoever holds this slot holds it from now on, or until it lapses. */
  void claim(SlotLife life) {
    claims
        .row()
        .text(life.id().toString())
        .text(life.id().resourceId().value())
        .text(life.holder())
        .range(life.slot().start(), life.slot().end())
        .time(life.until());
  }
}
