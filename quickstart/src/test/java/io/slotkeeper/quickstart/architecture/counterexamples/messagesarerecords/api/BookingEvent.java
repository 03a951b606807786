package io.slotkeeper.quickstart.architecture.counterexamples.messagesarerecords.api;

sealed interface BookingEvent permits MutableBooking {}
