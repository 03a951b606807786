/** The APIs of the two services, as a caller sees them. */
@NullMarked
package io.slotkeeper.admin.service;

import org.jspecify.annotations.NullMarked;
