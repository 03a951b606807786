package io.slotkeeper.platform.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** The names of record components in JSON. */
final class JsonNames implements PropertyNodeNameProvider {
  @Override
  public String getName(Property property) {
    return property instanceof JavaBeanProperty component ? nameOf(component) : property.getName();
  }

  private static String nameOf(JavaBeanProperty component) {
    try {
      var field = component.getDeclaringClass().getDeclaredField(component.getName());
      var renamed = field.getAnnotation(JsonProperty.class);
      return renamed == null ? component.getName() : renamed.value();
    } catch (NoSuchFieldException e) {
      return component.getName();
    }
  }
}
