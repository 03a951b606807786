/** What a service could not take. */
@NullMarked
package io.slotkeeper.admin.deadletter;

import org.jspecify.annotations.NullMarked;
