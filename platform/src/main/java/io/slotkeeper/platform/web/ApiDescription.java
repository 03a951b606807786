package io.slotkeeper.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document of a service says apart from its endpoints. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String BEARER = "bearer";

  @Bean
  OpenAPI openApi(@Value("${spring.application.name:slotkeeper}") String service) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Slotkeeper " + service)
                .version("1")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(BEARER)
                        .description(
                            "An owner's API key, a customer's manage token or the admin token")))
        // The empty requirement: some calls are open to anyone.
        .addSecurityItem(new SecurityRequirement())
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }
}
