package io.slotkeeper.platform.security.jwt;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code slotkeeper.security.jwt.*}. Whose tokens are taken, and for which audience, is
 * said by Spring Boot's {@code spring.security.oauth2.resourceserver.jwt.*}; without those none
 * are. A claim is named as it is, or by a path with dots to one inside others.
 *
 * @param roleClaim claim that has {@code owner} or {@code admin}, alone or in a list; default
 *     {@code slotkeeper_role}
 * @param businessClaim claim that has the id of the owner's business; default {@code
 *     slotkeeper_business}
 */
@Validated
@ConfigurationProperties("slotkeeper.security.jwt")
record JwtSettings(
    @NotBlank @DefaultValue("slotkeeper_role") String roleClaim,
    @NotBlank @DefaultValue("slotkeeper_business") String businessClaim) {}
