/** That docs/settings.md says of every setting what the code says. */
@NullMarked
package io.slotkeeper.quickstart.settings;

import org.jspecify.annotations.NullMarked;
