package io.slotkeeper.quickstart.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** NullAway looks only where a package asks for it, so each must ask. */
final class BeNullMarked extends ArchCondition<JavaClass> {
  static final BeNullMarked BE_IN_A_NULL_MARKED_PACKAGE = new BeNullMarked();

  private BeNullMarked() {
    super("be in a null-marked package");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
      events.add(
          SimpleConditionEvent.violated(
              type, "Class <%s> is in a package without @NullMarked".formatted(type.getName())));
    }
  }
}
