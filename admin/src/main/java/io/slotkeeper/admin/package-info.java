/** The command line of whoever runs Slotkeeper. It knows the services by their APIs alone. */
@NullMarked
package io.slotkeeper.admin;

import org.jspecify.annotations.NullMarked;
