/** Whether what is stored can be true. */
@NullMarked
package io.slotkeeper.admin.audit;

import org.jspecify.annotations.NullMarked;
