package io.slotkeeper.quickstart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.slotkeeper.platform.commands.DetachedCommands;
import io.slotkeeper.query.projection.Projection;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.disruptor.commandhandling.DisruptorCommandBus;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;

/** The rules of docs/adr and CONTRIBUTING.md that the compiler cannot hold. */
enum Rule {
  SHARED_API_STANDS_ALONE(
      layout ->
          classes()
              .that()
              .resideInAPackage(layout.api())
              .should()
              .onlyDependOnClassesThat(
                  resideInAnyPackage(
                          layout.api(),
                          "java..",
                          "org.jspecify.annotations..",
                          "com.fasterxml.jackson.annotation..")
                      .or(
                          resideInAPackage("org.axonframework..")
                              .and(describe("are annotations", JavaClass::isAnnotation))))),

  PLATFORM_KNOWS_NO_SERVICE(
      layout ->
          noClasses()
              .that()
              .resideInAPackage(layout.platform())
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(layout.command(), layout.query())),

  COMMAND_KNOWS_NO_QUERY_SERVICE(
      layout ->
          noClasses()
              .that()
              .resideInAPackage(layout.command())
              .should()
              .dependOnClassesThat()
              .resideInAPackage(layout.query())),

  QUERY_KNOWS_NO_COMMAND_SERVICE(
      layout ->
          noClasses()
              .that()
              .resideInAPackage(layout.query())
              .should()
              .dependOnClassesThat()
              .resideInAPackage(layout.command())),

  ADMIN_STANDS_ALONE(
      layout ->
          classes()
              .that()
              .resideInAPackage(layout.admin())
              .should()
              .onlyDependOnClassesThat(
                  resideInAnyPackage(
                      layout.admin(),
                      "java..",
                      "org.jspecify.annotations..",
                      "picocli..",
                      "tools.jackson..",
                      "io.lettuce.core..",
                      "org.yaml.snakeyaml.."))
              .because("it knows the services by their APIs alone, and starts without Spring")),

  NOBODY_KNOWS_ADMIN(
      layout ->
          noClasses()
              .that()
              .resideOutsideOfPackage(layout.admin())
              .should()
              .dependOnClassesThat()
              .resideInAPackage(layout.admin())),

  ONLY_COMMAND_SERVICE_APPENDS_EVENTS(
      layout ->
          noClasses()
              .that()
              .resideOutsideOfPackage(layout.command())
              .should()
              .callCodeUnitWhere(Calls.APPENDING_EVENTS)),

  TIME_COMES_FROM_A_CLOCK(
      layout ->
          noClasses()
              .that()
              .resideOutsideOfPackage(layout.foundation())
              .and()
              .doNotHaveFullyQualifiedName(layout.adminProgram())
              .should()
              .callCodeUnitWhere(Calls.READING_TIME)),

  IDS_AND_CHANCE_COME_FROM_ONE_PLACE(
      layout ->
          noClasses()
              .that()
              .doNotHaveFullyQualifiedName(layout.ids())
              .should()
              .callCodeUnitWhere(Calls.DRAWING_AT_RANDOM)),

  NOTHING_IS_INJECTED_INTO_FIELDS(
      layout ->
          noFields()
              .that()
              // An annotated component of a record is a parameter that its field repeats.
              .areDeclaredInClassesThat(not(describe("are records", JavaClass::isRecord)))
              .should()
              .beAnnotatedWith(Autowired.class)
              .orShould()
              .beAnnotatedWith(Value.class)
              .orShould()
              .beAnnotatedWith("jakarta.inject.Inject")
              .orShould()
              .beAnnotatedWith("jakarta.annotation.Resource")),

  NAMES_SAY_SOMETHING(
      layout ->
          noClasses()
              .should()
              .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Data)")
              .because("style asks for the words of the field")),

  MESSAGES_ARE_RECORDS(
      layout ->
          classes()
              .that()
              .resideInAPackage(layout.api())
              .and()
              .areNotInterfaces()
              .and(
                  assignableTo(
                      describe(
                          "a command, event or query",
                          type -> type.getSimpleName().matches(".*(Command|Event|Query)"))))
              .should()
              .beRecords()),

  CONTROLLERS_ARE_PACKAGE_PRIVATE(
      layout ->
          classes()
              .that()
              .areAnnotatedWith(Controller.class)
              .or()
              .areMetaAnnotatedWith(Controller.class)
              .should()
              .bePackagePrivate()),

  PROJECTIONS_ONLY_ASSIGN(
      layout ->
          noClasses()
              .that()
              .resideInAPackage(layout.query())
              .should()
              .dependOnClassesThat(
                  assignableTo(CommandGateway.class)
                      .or(assignableTo(CommandBus.class))
                      .or(assignableTo(DetachedCommands.class))
                      .or(
                          resideInAnyPackage(
                              "org.springframework.web.client..", "java.net.http..")))),

  PROJECTIONS_ONLY_FOLD(
      layout ->
          noClasses()
              .that()
              .areAssignableTo(Projection.class)
              .should()
              .dependOnClassesThat(
                  assignableTo(Clock.class)
                      .or(
                          resideInAnyPackage(
                              "org.springframework.jdbc..",
                              "org.springframework.data..",
                              "org.axonframework..")))
              .because("a rebuild must come to the same rows from the events alone")),

  EVENT_HANDLERS_SEND_DETACHED_COMMANDS(
      layout ->
          noClasses()
              .that(describe("handle events or deadlines", Rule::handlesEvents))
              .should()
              .dependOnClassesThat(
                  assignableTo(CommandGateway.class).or(assignableTo(CommandBus.class)))
              .because("a command on the ordinary gateway runs in the handler's transaction")),

  NOBODY_USES_THE_DISRUPTOR(
      layout ->
          noClasses()
              .should()
              .dependOnClassesThat(assignableTo(DisruptorCommandBus.class))
              .because("it allows one aggregate per command")),

  NO_AGGREGATE_IS_MARKED_DELETED(
      layout ->
          noClasses()
              .should()
              .callCodeUnitWhere(Calls.MARKING_DELETED)
              .because("CREATE_IF_MISSING leaks the lock of an aggregate that was deleted")),

  NOTHING_USES_JPA(
      layout ->
          noClasses()
              .should()
              .dependOnClassesThat()
              .resideInAPackage("..jakarta.persistence..")
              .because("its large objects would hold the events")),

  EVERY_PACKAGE_IS_NULL_MARKED(
      layout -> classes().should(BeNullMarked.BE_IN_A_NULL_MARKED_PACKAGE));

  // A function without captures is as immutable as the enum wants.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Layout, ArchRule> definition;

  Rule(Function<Layout, ArchRule> definition) {
    this.definition = definition;
  }

  ArchRule in(Layout layout) {
    return definition.apply(layout);
  }

  private static boolean handlesEvents(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(
            method ->
                method.isAnnotatedWith(EventHandler.class)
                    || method.isMetaAnnotatedWith(EventHandler.class)
                    || method.isAnnotatedWith(DeadlineHandler.class));
  }

  /** The package that holds what this rule must refuse. */
  String counterExamples() {
    return Rule.class.getPackageName()
        + ".counterexamples."
        + name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
