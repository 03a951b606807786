package io.slotkeeper.quickstart.simulator;

import java.util.List;

/** What a phone shows of a message. */
record Content(Kind kind, String text, List<Button> buttons) {}
