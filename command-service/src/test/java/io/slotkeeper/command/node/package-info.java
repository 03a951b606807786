/** What tests run commands on: whole nodes on a real PostgreSQL, and the things they work with. */
@NullMarked
package io.slotkeeper.command.node;

import org.jspecify.annotations.NullMarked;
