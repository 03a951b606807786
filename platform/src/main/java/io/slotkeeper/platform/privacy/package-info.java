/** What is sealed so that a copy of the database tells nobody anything. */
@NullMarked
package io.slotkeeper.platform.privacy;

import org.jspecify.annotations.NullMarked;
