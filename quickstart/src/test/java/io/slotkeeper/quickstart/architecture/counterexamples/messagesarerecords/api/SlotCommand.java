package io.slotkeeper.quickstart.architecture.counterexamples.messagesarerecords.api;

sealed interface SlotCommand permits MutableSlot {}
