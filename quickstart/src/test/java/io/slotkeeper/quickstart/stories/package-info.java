/** The stories of customers and owners over HTTP, on everything real. */
@NullMarked
package io.slotkeeper.quickstart.stories;

import org.jspecify.annotations.NullMarked;
