/** What images, Compose and the proxy are made of, tried as far as that goes without an engine. */
@NullMarked
package io.slotkeeper.quickstart.packaging;

import org.jspecify.annotations.NullMarked;
