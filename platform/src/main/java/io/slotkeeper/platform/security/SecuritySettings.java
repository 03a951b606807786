package io.slotkeeper.platform.security;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code slotkeeper.security.*}.
 *
 * @param adminToken what an administrator presents; visible ASCII without spaces. Default: a new
 *     one at every start, printed once
 * @param manageTokenSecret what customers' tokens are signed with, at least 32 characters, the same
 *     on all nodes of both services. Default: generated once and kept in the database
 */
@Validated
@ConfigurationProperties("slotkeeper.security")
public record SecuritySettings(
    @Pattern(regexp = "[!-~]{0,200}") @Nullable String adminToken,
    @Size(min = 32, max = 1000) @Nullable String manageTokenSecret) {
  @Override
  public String toString() {
    return "SecuritySettings[…]";
  }
}
