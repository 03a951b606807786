/** The endpoints through which owners keep their business. */
@NullMarked
package io.slotkeeper.command.business.http;

import org.jspecify.annotations.NullMarked;
