package io.slotkeeper.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One value that is not acceptable.
 *
 * @param pointer where it is in the body, as a JSON Pointer (RFC 6901)
 * @param parameter or the name of the path variable, query parameter or header that it is
 * @param code what is wrong with it, stable
 * @param message the same for people, in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(
    @Nullable String pointer, @Nullable String parameter, String code, String message) {
  /** A value in the body. */
  public static InputError at(String pointer, String code, String message) {
    return new InputError(pointer, null, code, message);
  }

  /** A path variable, query parameter or header. */
  public static InputError in(String parameter, String code, String message) {
    return new InputError(null, parameter, code, message);
  }
}
