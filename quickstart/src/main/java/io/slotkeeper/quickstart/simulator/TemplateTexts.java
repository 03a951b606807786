package io.slotkeeper.quickstart.simulator;

import java.util.Optional;

/** The approved templates. */
@FunctionalInterface
public interface TemplateTexts {

  /** Empty where no template of this name is approved in this language. */
  Optional<TemplateDefinition> find(String name, String language);
}
