package io.slotkeeper.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.Ids;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.validation.Amount;
import io.slotkeeper.platform.validation.AtMost;
import io.slotkeeper.platform.validation.Between;
import io.slotkeeper.platform.validation.DateText;
import io.slotkeeper.platform.validation.Given;
import io.slotkeeper.platform.validation.IdKind;
import io.slotkeeper.platform.validation.IdText;
import io.slotkeeper.platform.validation.LanguageTag;
import io.slotkeeper.platform.validation.OneOf;
import io.slotkeeper.platform.validation.Phone;
import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.Text;
import io.slotkeeper.platform.validation.TimeOfDay;
import io.slotkeeper.platform.validation.Zone;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Constraint;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class RecordSchemasTest {
  private static final Map<String, Schema<?>> BODY = properties();

  private record Body(
      @Required @Text(max = 80) @Nullable String name,
      @Text(max = 500, multiline = true) @Nullable String note,
      @IdText(IdKind.RESOURCE) @Nullable String resourceId,
      @Amount(min = "PT5M", max = "PT8H", wholeMinutes = true) @Nullable String length,
      @OneOf(ProblemCode.class) @Nullable String code,
      @Between(min = 1, max = 730) @Nullable Integer days,
      @AtMost(5) @Nullable List<@Amount(min = "PT1M", max = "P30D") String> reminders,
      @DateText(orDateTime = true) @Nullable String from,
      @Given @Nullable Boolean consent,
      @Phone @Nullable String phone,
      @LanguageTag @Nullable String locale,
      @TimeOfDay(endOfDay = true) @Nullable String to,
      @Zone @Nullable String timeZone) {}

  @SuppressWarnings({"unchecked", "rawtypes"}) // As swagger-core has them.
  private static Map<String, Schema<?>> properties() {
    var converters = new ModelConverters(true);
    converters.addConverter(new RecordSchemas());
    var resolved = converters.resolveAsResolvedSchema(new AnnotatedType(Body.class));
    return resolved.schema.getProperties();
  }

  private static Schema<?> property(String name) {
    var found = BODY.get(name);
    assertThat(found).as(name).isNotNull();
    return Objects.requireNonNull(found);
  }

  @Test
  void saysWhatIsChecked() {
    assertThat(property("name").getMaxLength()).isEqualTo(80);
    assertThat("two\nlines").doesNotMatch(property("name").getPattern());
    assertThat("two\nlines").matches(property("note").getPattern());
    assertThat(property("days").getMaximum()).isEqualByComparingTo("730");
    assertThat(property("reminders").getMaxItems()).isEqualTo(5);
    assertThat(property("reminders").getItems().getFormat()).isEqualTo("duration");
    assertThat(property("consent").getConst()).isEqualTo(true);
    assertThat("24:00").matches(property("to").getPattern());
    assertThat(property("code").getEnum()).hasSameSizeAs(ProblemCode.values());
  }

  @Test
  void knowsEveryConstraint() throws IOException, ClassNotFoundException {
    var used =
        Arrays.stream(Body.class.getRecordComponents())
            .flatMap(component -> Stream.of(component.getAnnotatedType().getAnnotations()))
            .<Class<?>>map(Annotation::annotationType)
            .toList();
    for (var file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:io/slotkeeper/platform/validation/*.class")) {
      var name = String.valueOf(file.getFilename()).replace(".class", "");
      var type = Class.forName(Required.class.getPackageName() + "." + name);
      if (type.isAnnotationPresent(Constraint.class)) {
        assertThat(used).contains(type);
      }
    }
  }

  @Test
  void spellsIdsAsTheyAreMade() {
    var ids = new Ids(Clock.systemUTC(), new Random(1));
    for (var id :
        List.of(
            ids.newBookingId(),
            ids.newBusinessId(),
            ids.newClosureId(),
            ids.newResourceId(),
            NotificationId.about("a booking"),
            new SlotId(ids.newBusinessId(), ids.newResourceId(), Instant.EPOCH))) {
      var schema = KnownTypes.schemaOf(id.getClass()).orElseThrow();
      assertThat(id.toString()).matches(schema.getPattern());
    }
  }
}
