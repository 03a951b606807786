package io.slotkeeper.platform.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the document that {@code /v3/api-docs} answers. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
  static final String BEARER = "bearer";

  @Bean
  ApiTexts apiTexts(@Value("${spring.application.name:}") String service) {
    return ApiTexts.of(service);
  }

  @Bean
  OpenAPI openApi(ApiTexts texts) {
    return new OpenAPI()
        .info(
            new Info()
                .title(texts.about().title())
                .description(texts.about().description())
                .version("1")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
        // Relative, so that the document says the same wherever it was made.
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(BEARER)
                        .description(
                            "An owner's API key, a customer's manage token, the admin token, or, where an"
                                + " issuer is set, a JWT of it for an owner or an administrator")));
  }

  @Bean
  ModelConverter recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  OpenApiCustomizer describedOperations(ApiTexts texts) {
    // What nobody describes, such as an edge without a service, still shows its endpoints.
    return texts.isOfService() ? new DescribedApi(texts) : api -> {};
  }
}
