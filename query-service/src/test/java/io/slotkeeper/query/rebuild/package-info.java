@NullMarked
package io.slotkeeper.query.rebuild;

import org.jspecify.annotations.NullMarked;
