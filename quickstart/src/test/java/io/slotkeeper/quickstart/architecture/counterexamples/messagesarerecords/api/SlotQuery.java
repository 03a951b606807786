package io.slotkeeper.quickstart.architecture.counterexamples.messagesarerecords.api;

sealed interface SlotQuery permits MutableQuestion {}
