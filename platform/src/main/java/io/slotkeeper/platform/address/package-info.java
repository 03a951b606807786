/** From which address a request comes, and whom to believe about that. */
@NullMarked
package io.slotkeeper.platform.address;

import org.jspecify.annotations.NullMarked;
