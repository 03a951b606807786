/** Tests of the business. */
@NullMarked
package io.slotkeeper.command.business;

import org.jspecify.annotations.NullMarked;
