/** Shows that the build refuses what it promises to refuse. */
@NullMarked
package io.slotkeeper.quickstart.build;

import org.jspecify.annotations.NullMarked;
