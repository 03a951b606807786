/**
 * The one way in which anything that goes wrong is told to a caller: RFC 9457 problem documents.
 */
@NullMarked
package io.slotkeeper.platform.problem;

import org.jspecify.annotations.NullMarked;
