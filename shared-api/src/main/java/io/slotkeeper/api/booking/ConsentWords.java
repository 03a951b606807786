package io.slotkeeper.api.booking;

import java.util.Locale;

/**
 * What a customer agrees to when booking. It is shown with the business, and kept with the booking
 * as proof.
 */
public final class ConsentWords {
  private ConsentWords() {}

  /** The words in the business's language; English where they are not translated. */
  public static String in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> "Acepto recibir mensajes de WhatsApp sobre esta reserva.";
      default -> "I agree to receive WhatsApp messages about this booking.";
    };
  }
}
