/**
 * The OpenAPI document of a service: its shape is derived from the code, its words and examples are
 * read from {@code openapi/} on the class path, and neither can be without the other.
 */
@NullMarked
package io.slotkeeper.platform.openapi;

import org.jspecify.annotations.NullMarked;
