/** A stand-in for Meta's WhatsApp Cloud API, with a page that shows what each phone would show. */
@NullMarked
package io.slotkeeper.quickstart.simulator;

import org.jspecify.annotations.NullMarked;
