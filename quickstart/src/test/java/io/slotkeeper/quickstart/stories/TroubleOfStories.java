package io.slotkeeper.quickstart.stories;

import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.platform.origin.Origin;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** Mistakes in the services, for stories that ask for them. */
@AutoConfiguration
public class TroubleOfStories {

  /** A request with this correlation meets a mistake in a controller, or its event in a handler. */
  static final String CONTROLLER = "mistake-in-a-controller";

  static final String HANDLER = "mistake-in-a-handler";

  /** What the mistakes quote. */
  static final String PERSONAL = "Story Customer +34611000031 at the window";

  @Bean
  MistakenController mistakenController() {
    return new MistakenController();
  }

  @Bean
  @ConditionalOnProperty(name = "spring.application.name", havingValue = "command-service")
  MistakenHandler mistakenHandler() {
    return new MistakenHandler();
  }

  /** Fails within every controller. */
  @ControllerAdvice
  static final class MistakenController {
    @ModelAttribute
    void fail(@RequestHeader(name = "Correlation-Id", required = false) @Nullable String name) {
      if (CONTROLLER.equals(name)) {
        throw new IllegalStateException(PERSONAL, new IllegalArgumentException(PERSONAL));
      }
    }
  }

  /** Fails once, so that it goes on. */
  @ProcessingGroup("mistaken")
  static final class MistakenHandler {
    private final AtomicBoolean done = new AtomicBoolean();

    @EventHandler
    void on(BookingRequested event, @MetaDataValue(Origin.CORRELATION) String correlation) {
      if (HANDLER.equals(correlation) && !done.getAndSet(true)) {
        throw new IllegalStateException(PERSONAL);
      }
    }
  }
}
