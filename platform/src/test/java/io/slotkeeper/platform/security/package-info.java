/** Tests of credentials. */
@NullMarked
package io.slotkeeper.platform.security;

import org.jspecify.annotations.NullMarked;
