/** The businesses of the installation. */
@NullMarked
package io.slotkeeper.admin.business;

import org.jspecify.annotations.NullMarked;
