/**
 * Whole histories in one thread and in memory: commands, time, late deliveries and crashes by
 * chance, on what really decides, beside a model of what it must decide.
 */
@NullMarked
package io.slotkeeper.command.simulation;

import org.jspecify.annotations.NullMarked;
