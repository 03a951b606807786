/** What the services lean on goes away while people book and read. */
@NullMarked
package io.slotkeeper.faults.outages;

import org.jspecify.annotations.NullMarked;
