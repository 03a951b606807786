package io.slotkeeper.quickstart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("io/slotkeeper/testing/"))
          .importPackages(Layout.SLOTKEEPER.root());

  @ParameterizedTest
  @EnumSource
  void holds(Rule rule) {
    rule.in(Layout.SLOTKEEPER).allowEmptyShould(true).check(PRODUCTION);
  }

  @ParameterizedTest
  @EnumSource
  void reportsEachCounterExample(Rule rule) {
    var classes = new ClassFileImporter().importPackages(rule.counterExamples());
    var refused = classes.stream().filter(type -> type.isAnnotatedWith(Refused.class)).toList();

    var report = rule.in(new Layout(rule.counterExamples())).evaluate(classes).getFailureReport();

    assertThat(refused).isNotEmpty();
    assertThat(refused)
        .extracting(JavaClass::getName)
        .allSatisfy(
            name -> assertThat(report.getDetails()).anyMatch(detail -> reportedIn(detail, name)));
  }

  @Test
  void seesWhatIsInProduction() {
    assertThat(PRODUCTION)
        .extracting(JavaClass::getPackageName)
        .contains(
            "io.slotkeeper.api",
            "io.slotkeeper.platform.eventstore",
            "io.slotkeeper.command.booking",
            "io.slotkeeper.query.slot",
            "io.slotkeeper.admin.doctor",
            "io.slotkeeper.quickstart");
    assertThat(PRODUCTION)
        .extracting(JavaClass::getPackageName)
        .noneMatch(name -> name.startsWith("io.slotkeeper.quickstart.architecture"));
  }

  /** The report names the offender first, and then what it should not have touched. */
  private static boolean reportedIn(String detail, String name) {
    return detail.matches("(?s)\\w+ <" + Pattern.quote(name) + "[.>].*");
  }
}
