package io.slotkeeper.quickstart.architecture.counterexamples.adminstandsalone.admin;

import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.core.env.Environment;

@Refused
record LeansOnSpring(Environment environment) {}
