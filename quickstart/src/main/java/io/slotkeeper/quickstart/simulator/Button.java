package io.slotkeeper.quickstart.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What can be tapped; the payload is for the business alone. */
record Button(String title, @JsonIgnore String payload) {}
