package io.slotkeeper.quickstart.architecture.counterexamples.controllersarepackageprivate;

import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.stereotype.Controller;

@Refused
@Controller
public class PublicController {}
