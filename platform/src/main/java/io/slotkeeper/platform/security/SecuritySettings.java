package io.slotkeeper.platform.security;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code slotkeeper.security.*}. An empty one counts as not set. A secret is replaced by
 * giving the new one together with the old as {@code previous-…}, on all nodes of both services,
 * until nobody needs the old any longer.
 *
 * @param adminToken what an administrator presents; visible ASCII without spaces. Default: a new
 *     one at every start, printed once
 * @param previousAdminToken token that is good as well. Default: none
 * @param manageTokenSecret what customers' tokens are signed with, at least 32 characters, the same
 *     on all nodes of both services. Default: generated once and kept in the database
 * @param previousManageTokenSecret secret; what was signed with it is good as well. Default: none
 */
@Validated
@ConfigurationProperties("slotkeeper.security")
public record SecuritySettings(
    @Pattern(regexp = "[!-~]{0,200}") @Nullable String adminToken,
    @Pattern(regexp = "[!-~]{0,200}") @Nullable String previousAdminToken,
    @Size(min = 32, max = 1000) @Nullable String manageTokenSecret,
    @Size(min = 32, max = 1000) @Nullable String previousManageTokenSecret) {
  /** Reads what is empty as not set. */
  public SecuritySettings {
    adminToken = orNothing(adminToken);
    previousAdminToken = orNothing(previousAdminToken);
    manageTokenSecret = orNothing(manageTokenSecret);
    previousManageTokenSecret = orNothing(previousManageTokenSecret);
  }

  private static @Nullable String orNothing(@Nullable String given) {
    return given == null || given.isEmpty() ? null : given;
  }

  @Override
  public String toString() {
    return "SecuritySettings[…]";
  }
}
