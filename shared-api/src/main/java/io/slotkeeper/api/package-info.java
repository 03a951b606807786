/**
 * The published language of Slotkeeper: what the services say to each other and to the world. This
 * package holds what every feature needs: ids, small value objects and the one family of refusals.
 */
@NullMarked
package io.slotkeeper.api;

import org.jspecify.annotations.NullMarked;
