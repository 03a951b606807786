package io.slotkeeper.quickstart.architecture.counterexamples.nothingusesjpa;

import io.slotkeeper.quickstart.architecture.Refused;
import io.slotkeeper.quickstart.architecture.counterexamples.nothingusesjpa.jakarta.persistence.Entity;

@Refused
@Entity
final class StoresItself {}
