@NullMarked
package io.slotkeeper.platform.privacy;

import org.jspecify.annotations.NullMarked;
