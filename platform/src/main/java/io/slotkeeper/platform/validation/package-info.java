/**
 * Constraints on what callers send, as Jakarta Bean Validation. Each finding has a stable code and
 * an English message, whatever the server's locale; all findings of a body are told at once.
 */
@NullMarked
package io.slotkeeper.platform.validation;

import org.jspecify.annotations.NullMarked;
