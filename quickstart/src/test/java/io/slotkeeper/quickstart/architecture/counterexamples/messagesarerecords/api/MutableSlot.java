package io.slotkeeper.quickstart.architecture.counterexamples.messagesarerecords.api;

import io.slotkeeper.quickstart.architecture.Refused;

@Refused
final class MutableSlot implements SlotCommand {}
