/** What runs before anything else, on any Java from 8 on. */
@NullMarked
package io.slotkeeper.quickstart.launch;

import org.jspecify.annotations.NullMarked;
