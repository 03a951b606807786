package io.slotkeeper.query.slot;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.slot.SlotQuery.FindSlots;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotsView;
import io.slotkeeper.query.Questions;
import io.slotkeeper.query.ReadyJson;
import io.slotkeeper.query.business.PublicBusinesses;
import io.slotkeeper.query.business.ReadyBusiness;
import io.slotkeeper.query.cache.AnswerCache;
import io.slotkeeper.query.cache.CacheKey;
import io.slotkeeper.query.cache.CacheSettings;
import io.slotkeeper.query.cache.Fill;
import io.slotkeeper.query.cache.Found;
import io.slotkeeper.query.projection.Positions;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The slots that anyone may see, from the cache where all the days are there. */
@Component
class PublicSlots {
  private static final String KIND = "slots";
  private static final List<String> PROJECTIONS = List.of(PublicBusinesses.PROJECTION, "slots");
  private static final int END_OF_ANSWER = "]}".length();

  private final AnswerCache cache;
  private final Positions positions;
  private final PublicDays days;
  private final PublicBusinesses businesses;
  private final Questions questions;
  private final JsonMapper json;
  private final Duration lasting;

  PublicSlots(
      AnswerCache cache,
      Positions positions,
      PublicDays days,
      PublicBusinesses businesses,
      Questions questions,
      JsonMapper json,
      CacheSettings settings) {
    this.cache = cache;
    this.positions = positions;
    this.days = days;
    this.businesses = businesses;
    this.questions = questions;
    this.json = json;
    this.lasting = settings.slots();
  }

  static CacheKey key(BusinessId id, LocalDate date) {
    return new CacheKey(KIND, id.value(), date.toString());
  }

  static BusinessId businessOf(CacheKey key) {
    return new BusinessId(key.group());
  }

  static LocalDate dateOf(CacheKey key) {
    return LocalDate.parse(key.part());
  }

  /** The body of the answer to anyone who is not the owner. */
  Optional<?> find(FindSlots query, OptionalLong atLeast) {
    var id = query.businessId();
    var keys = new ArrayList<CacheKey>();
    keys.add(PublicBusinesses.key(id));
    query.from().datesUntil(query.to().plusDays(1)).forEach(date -> keys.add(key(id, date)));
    var found = cache.find(keys, atLeast);
    var ready = ready(query, keys, found);
    cache.count(KIND, found, ready.isPresent());
    return ready.isPresent() ? ready : read(query, unfit(keys, found));
  }

  /** Fills days that are next to each other. */
  void fill(BusinessId id, LocalDate first, LocalDate last) {
    var keys = first.datesUntil(last.plusDays(1)).map(date -> key(id, date)).toList();
    try (var fill = cache.fill(KIND, keys)) {
      if (!fill.keys().isEmpty()) {
        read(fill, id, first, last);
      }
    }
  }

  private Optional<SlotsView> read(FindSlots query, List<CacheKey> keys) {
    try (var fill = cache.fill(KIND, keys)) {
      return fill.keys().isEmpty()
          ? questions.seek(query, SlotsView.class)
          : read(fill, query.businessId(), query.from(), query.to())
              .map(
                  read ->
                      new SlotsView(
                          read.business().state().timeZone(),
                          read.slots().stream().filter(slot -> isWanted(slot, query)).toList()));
    }
  }

  private Optional<PublicDays.Days> read(
      Fill fill, BusinessId id, LocalDate first, LocalDate last) {
    var position = positions.contained(PROJECTIONS);
    var read = days.read(id, first, last);
    read.ifPresent(found -> put(fill, found, position));
    return read;
  }

  private void put(Fill fill, PublicDays.Days read, long position) {
    var business = read.business();
    var id = business.state().businessId();
    if (fill.keys().contains(PublicBusinesses.key(id))) {
      businesses.put(fill, business, position, read.now());
    }
    read.byDate()
        .forEach(
            (date, day) -> {
              var key = key(id, date);
              if (fill.keys().contains(key)) {
                var body = ReadyDay.write(day.slots(), json);
                fill.put(key, business.version(), position, read.now(), day.until(), lasting, body);
              }
            });
  }

  private Optional<ReadyJson> ready(FindSlots query, List<CacheKey> keys, Found found) {
    var business = found.at(keys.getFirst()).flatMap(entry -> ReadyBusiness.read(entry.body()));
    if (business.isEmpty() || !unfit(keys, found).isEmpty()) {
      return Optional.empty();
    }
    var slots = new ByteArrayOutputStream();
    for (var key : keys.subList(1, keys.size())) {
      var day = found.at(key).flatMap(entry -> ReadyDay.read(entry.body()));
      if (day.isEmpty()) {
        return Optional.empty();
      }
      day.get().appendTo(slots, query.resourceId(), query.status());
    }
    return Optional.of(answer(business.get().zone(), slots));
  }

  private ReadyJson answer(ZoneId zone, ByteArrayOutputStream slots) {
    var empty = json.writeValueAsBytes(new SlotsView(zone, List.of()));
    var answer = new ByteArrayOutputStream(empty.length + slots.size());
    answer.write(empty, 0, empty.length - END_OF_ANSWER);
    answer.writeBytes(slots.toByteArray());
    answer.write(empty, empty.length - END_OF_ANSWER, END_OF_ANSWER);
    return new ReadyJson(answer.toByteArray());
  }

  /**
   * What is missing, and the days of another version of the business than the one that is there.
   */
  private static List<CacheKey> unfit(List<CacheKey> keys, Found found) {
    var business = found.at(keys.getFirst());
    return keys.stream()
        .filter(
            key ->
                found
                    .at(key)
                    .filter(
                        entry -> business.isEmpty() || business.get().version() == entry.version())
                    .isEmpty())
        .toList();
  }

  private static boolean isWanted(SlotView slot, FindSlots query) {
    return (query.resourceId() == null || query.resourceId().equals(slot.resourceId()))
        && (query.status() == null || query.status() == slot.status());
  }
}
