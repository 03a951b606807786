/** PostgreSQL, its schema, and the processors that it knows of. */
@NullMarked
package io.slotkeeper.admin.doctor.database;

import org.jspecify.annotations.NullMarked;
