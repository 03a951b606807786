/** Tests of the endpoints, over HTTP on the whole service. */
@NullMarked
package io.slotkeeper.command.http;

import org.jspecify.annotations.NullMarked;
