/** Tests of what is said about businesses. */
@NullMarked
package io.slotkeeper.query.business;

import org.jspecify.annotations.NullMarked;
