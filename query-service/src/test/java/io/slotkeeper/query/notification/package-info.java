/** Tests of what is said about notifications. */
@NullMarked
package io.slotkeeper.query.notification;

import org.jspecify.annotations.NullMarked;
