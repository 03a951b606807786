/** Tests of the OpenAPI documents. */
@NullMarked
package io.slotkeeper.platform.openapi;

import org.jspecify.annotations.NullMarked;
