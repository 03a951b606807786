@NullMarked
package io.slotkeeper.query.projection;

import org.jspecify.annotations.NullMarked;
