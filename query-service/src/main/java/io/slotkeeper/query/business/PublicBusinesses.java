package io.slotkeeper.query.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.query.cache.AnswerCache;
import io.slotkeeper.query.cache.CacheKey;
import io.slotkeeper.query.cache.CacheSettings;
import io.slotkeeper.query.cache.Fill;
import io.slotkeeper.query.projection.Positions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What anyone may see of businesses, from the cache where it is there. */
@Component
public class PublicBusinesses {
  /** The projection that a business follows from. */
  public static final String PROJECTION = "businesses";

  private static final String KIND = "businesses";

  private final AnswerCache cache;
  private final Positions positions;
  private final BusinessTable table;
  private final JsonMapper json;
  private final Clock clock;
  private final Duration lasting;

  PublicBusinesses(
      AnswerCache cache,
      Positions positions,
      BusinessTable table,
      JsonMapper json,
      Clock clock,
      CacheSettings settings) {
    this.cache = cache;
    this.positions = positions;
    this.table = table;
    this.json = json;
    this.clock = clock;
    this.lasting = settings.businesses();
  }

  /** Where a business is kept. */
  public static CacheKey key(BusinessId id) {
    return new CacheKey(KIND, id.value(), "");
  }

  /** In which zone a business is. */
  public Optional<ZoneId> zone(BusinessId id, OptionalLong atLeast) {
    return find(id, atLeast, ReadyBusiness::zone, BusinessView::timeZone);
  }

  /** Puts a business into a fill that was begun before it was read. */
  public void put(Fill fill, BusinessRow row, long position, Instant now) {
    var view = BusinessAnswers.view(row).withoutPrivateParts();
    var body = ReadyBusiness.write(view.timeZone(), json.writeValueAsBytes(view));
    fill.put(key(view.businessId()), row.version(), position, now, Instant.MAX, lasting, body);
  }

  /** The body of the answer to anyone who is not the owner. */
  Optional<Object> find(BusinessId id, OptionalLong atLeast) {
    return find(id, atLeast, ReadyBusiness::json, BusinessView::withoutPrivateParts);
  }

  Optional<BusinessRow> fill(BusinessId id) {
    try (var fill = cache.fill(KIND, List.of(key(id)))) {
      if (fill.keys().isEmpty()) {
        return table.find(id);
      }
      var position = positions.contained(List.of(PROJECTION));
      var row = table.find(id);
      row.ifPresent(found -> put(fill, found, position, clock.instant()));
      return row;
    }
  }

  private <T> Optional<T> find(
      BusinessId id,
      OptionalLong atLeast,
      Function<ReadyBusiness, T> kept,
      Function<BusinessView, T> read) {
    var key = key(id);
    var found = cache.find(List.of(key), atLeast);
    var ready = found.at(key).flatMap(entry -> ReadyBusiness.read(entry.body()));
    cache.count(KIND, found, ready.isPresent());
    return ready.map(kept).or(() -> fill(id).map(BusinessAnswers::view).map(read));
  }
}
