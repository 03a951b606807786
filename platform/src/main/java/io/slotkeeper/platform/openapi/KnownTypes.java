package io.slotkeeper.platform.openapi;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.platform.validation.IdPatterns;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How types that are one value are written. */
final class KnownTypes {
  private static final String LOCAL_TIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$";
  private static final Map<Class<?>, Supplier<Schema<?>>> SCHEMAS =
      Map.ofEntries(
          Map.entry(String.class, () -> of("string")),
          Map.entry(boolean.class, () -> of("boolean")),
          Map.entry(Boolean.class, () -> of("boolean")),
          Map.entry(int.class, () -> of("integer").format("int32")),
          Map.entry(Integer.class, () -> of("integer").format("int32")),
          Map.entry(long.class, () -> of("integer").format("int64")),
          Map.entry(Long.class, () -> of("integer").format("int64")),
          Map.entry(double.class, () -> of("number").format("double").minimum(BigDecimal.ZERO)),
          Map.entry(Instant.class, () -> of("string").format("date-time")),
          Map.entry(OffsetDateTime.class, () -> of("string").format("date-time")),
          Map.entry(LocalDate.class, () -> of("string").format("date")),
          Map.entry(LocalDateTime.class, () -> of("string").pattern(LOCAL_TIME)),
          Map.entry(ZoneId.class, () -> of("string").description("IANA time zone")),
          Map.entry(Duration.class, () -> of("string").format("duration")),
          Map.entry(PhoneNumber.class, () -> of("string").pattern("^\\+[1-9]\\d{6,14}$")),
          Map.entry(BookingId.class, () -> of("string").pattern(IdPatterns.BOOKING)),
          Map.entry(BusinessId.class, () -> of("string").pattern(IdPatterns.BUSINESS)),
          Map.entry(CustomerId.class, () -> of("string").pattern(IdPatterns.CUSTOMER)),
          Map.entry(ClosureId.class, () -> of("string").pattern(IdPatterns.CLOSURE)),
          Map.entry(NotificationId.class, () -> of("string").pattern(IdPatterns.NOTIFICATION)),
          Map.entry(ResourceId.class, () -> of("string").pattern(IdPatterns.RESOURCE)),
          Map.entry(SlotId.class, () -> of("string").pattern(IdPatterns.SLOT)));

  private KnownTypes() {}

  static Optional<Schema<?>> schemaOf(Class<?> type) {
    if (type.isEnum()) {
      return Optional.of(names(type));
    }
    return Optional.ofNullable(SCHEMAS.get(type)).map(Supplier::get);
  }

  static Schema<?> of(String type) {
    var schema = new JsonSchema();
    schema.addType(type);
    return schema;
  }

  private static Schema<?> names(Class<?> type) {
    var schema = new JsonSchema();
    schema.addType("string");
    schema.setEnum(
        Arrays.stream(type.getEnumConstants())
            .map(constant -> (Object) ((Enum<?>) constant).name())
            .toList());
    return schema;
  }
}
