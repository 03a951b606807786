/** The directory that quickstart keeps its data in, and the real servers that run on it. */
@NullMarked
package io.slotkeeper.quickstart.embedded;

import org.jspecify.annotations.NullMarked;
