package io.slotkeeper.platform.validation;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Says in a schema what the constraints of this package check. */
public final class DocumentedConstraints {
  private static final String BROKEN = "\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}";
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  private DocumentedConstraints() {}

  /**
   * Adds what a constraint asks for. Other annotations, and constraints of elsewhere that no schema
   * could say, change nothing.
   *
   * @throws IllegalStateException for a constraint of this package that is not known here
   */
  public static void describe(Annotation annotation, Schema<?> schema) {
    switch (annotation) {
      case Text text -> text(text, schema);
      case IdText id -> schema.pattern(id.value().pattern());
      case Amount amount ->
          schema
              .format("duration")
              .maxLength(AmountFinder.LONGEST)
              .description(
                  "%s to %s%s"
                      .formatted(
                          amount.min(),
                          amount.max(),
                          amount.wholeMinutes() ? ", in whole minutes" : ""));
      case OneOf oneOf -> names(oneOf, schema);
      case Between between ->
          schema
              .minimum(BigDecimal.valueOf(between.min()))
              .maximum(BigDecimal.valueOf(between.max()));
      case AtMost most -> schema.maxItems(most.value());
      case DateText date ->
          schema
              .pattern(
                  date.orDateTime() ? "^%s(T\\d{2}:\\d{2}(:00)?)?$".formatted(DATE) : full(DATE))
              .description(
                  "A date%s in the years %d to %d"
                      .formatted(
                          date.orDateTime() ? " or local time" : "",
                          Dates.FIRST_YEAR,
                          Dates.LAST_YEAR));
      case Given given -> schema.setConst(true);
      case Phone phone ->
          schema
              .pattern(full("\\s*%s\\s*".formatted(PhoneNumbers.WRITTEN.pattern())))
              .description("With plus sign and country code; valid in its country");
      case LanguageTag tag ->
          schema
              .pattern("^[A-Za-z0-9-]+$")
              .maxLength(LanguageTagFinder.LONGEST)
              .description("A BCP 47 language tag such as es-ES");
      case TimeOfDay time -> schema.pattern(time(time));
      case Zone zone ->
          schema.pattern("^[A-Za-z0-9+_/-]+$").description("A region of the IANA database");
      default -> requireElsewhere(annotation);
    }
  }

  private static void text(Text text, Schema<?> schema) {
    var character = "[^%s]".formatted(BROKEN);
    schema
        .minLength(1)
        .maxLength(text.max())
        .pattern(
            text.multiline()
                ? "^(%s|[\\n\\r\\t])+$".formatted(character)
                : full("%s+".formatted(character)))
        .description("Not blank; counted in code points, without the space around it");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Enumerated values have the type of the schema.
  private static void names(OneOf oneOf, Schema schema) {
    List<Object> names =
        Arrays.stream(oneOf.value().getEnumConstants()).map(each -> (Object) each.name()).toList();
    schema.setEnum(names);
  }

  private static String time(TimeOfDay time) {
    var pattern = TimeOfDayFinder.TIME.pattern();
    return time.endOfDay()
        ? full("(%s|24:00)".formatted(pattern))
        : full("(%s)".formatted(pattern));
  }

  private static String full(String pattern) {
    return "^" + pattern + "$";
  }

  private static void requireElsewhere(Annotation annotation) {
    var type = annotation.annotationType();
    boolean ours = type.getPackage().equals(DocumentedConstraints.class.getPackage());
    if (ours && type.isAnnotationPresent(Constraint.class) && !(annotation instanceof Required)) {
      throw new IllegalStateException("No schema says what %s checks".formatted(type.getName()));
    }
  }
}
