package io.slotkeeper.platform.web;

import java.util.List;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers are JSON and nothing that is like it. Spring would offer what it finds a library for,
 * such as the YAML that springdoc brings, and JSON by any name, such as that of a problem.
 */
@Configuration(proxyBeanMethods = false)
class JsonOnly implements WebMvcConfigurer {
  private static final MediaType YAML = MediaType.APPLICATION_YAML;

  /** And what the management port calls its own. */
  private static final List<MediaType> JSON =
      List.of(
          MediaType.APPLICATION_JSON,
          MediaType.valueOf(ApiVersion.V3.getProducedMimeType().toString()));

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.configureMessageConvertersList(JsonOnly::restrict);
  }

  private static void restrict(List<HttpMessageConverter<?>> converters) {
    converters.removeIf(converter -> converter.getSupportedMediaTypes().contains(YAML));
    for (var converter : converters) {
      if (converter instanceof JacksonJsonHttpMessageConverter
          && converter instanceof AbstractHttpMessageConverter<?> json) {
        json.setSupportedMediaTypes(JSON);
      }
    }
  }
}
