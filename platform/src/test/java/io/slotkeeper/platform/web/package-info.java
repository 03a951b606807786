/** Tests of the edge. */
@NullMarked
package io.slotkeeper.platform.web;

import org.jspecify.annotations.NullMarked;
