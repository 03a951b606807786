package io.slotkeeper.quickstart.architecture.counterexamples.controllersarepackageprivate;

import io.slotkeeper.quickstart.architecture.Refused;
import org.springframework.web.bind.annotation.RestController;

@Refused
@RestController
public class PublicRestController {}
