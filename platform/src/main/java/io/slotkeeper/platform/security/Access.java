package io.slotkeeper.platform.security;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * The rules of who may call what, for the path variables {@code businessId}, {@code slotId} and
 * {@code bookingId}. They are checked before a body is read.
 */
public final class Access {
  private final BookingOwners bookingOwners;

  Access(BookingOwners bookingOwners) {
    this.bookingOwners = bookingOwners;
  }

  /** Anybody at all. */
  public AuthorizationManager<RequestAuthorizationContext> anyone() {
    return rule((caller, path) -> true);
  }

  /** The administrator of the installation. */
  public AuthorizationManager<RequestAuthorizationContext> admin() {
    return rule((caller, path) -> caller instanceof Caller.Admin);
  }

  /** The owner of the business or slot in the path. */
  public AuthorizationManager<RequestAuthorizationContext> owner() {
    return rule(Access::ownsWhatIsNamed);
  }

  /** The owner of the business in the path, or the administrator of the installation. */
  public AuthorizationManager<RequestAuthorizationContext> ownerOrAdmin() {
    return rule((caller, path) -> caller instanceof Caller.Admin || ownsWhatIsNamed(caller, path));
  }

  /** The business that the booking in the path is with. */
  public AuthorizationManager<RequestAuthorizationContext> ownerOfBooking() {
    return rule(this::ownsBooking);
  }

  /** The customer of the booking in the path. */
  public AuthorizationManager<RequestAuthorizationContext> customer() {
    return rule(Access::isCustomer);
  }

  /** The customer of the booking in the path, or the business that it is with. */
  public AuthorizationManager<RequestAuthorizationContext> customerOrOwner() {
    return rule((caller, path) -> isCustomer(caller, path) || ownsBooking(caller, path));
  }

  private static AuthorizationManager<RequestAuthorizationContext> rule(
      BiPredicate<Caller, Map<String, String>> rule) {
    return (authentication, context) ->
        new AuthorizationDecision(
            rule.test(callerOf(authentication.get()), context.getVariables()));
  }

  private static Caller callerOf(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : new Caller.Anonymous();
  }

  private static boolean ownsWhatIsNamed(Caller caller, Map<String, String> path) {
    if (!(caller instanceof Caller.Owner owner)) {
      return false;
    }
    var businessId = path.get("businessId");
    return businessId == null
        ? ownsSlot(owner, path.getOrDefault("slotId", ""))
        : owner.businessId().value().equals(businessId);
  }

  private static boolean ownsSlot(Caller.Owner owner, String slotId) {
    try {
      return owner.owns(SlotId.parse(slotId).businessId());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isCustomer(Caller caller, Map<String, String> path) {
    return caller instanceof Caller.Customer customer
        && customer.bookingId().value().equals(path.get("bookingId"));
  }

  private boolean ownsBooking(Caller caller, Map<String, String> path) {
    if (!(caller instanceof Caller.Owner owner)) {
      return false;
    }
    BookingId bookingId;
    try {
      bookingId = new BookingId(path.getOrDefault("bookingId", ""));
    } catch (IllegalArgumentException e) {
      return false;
    }
    return bookingOwners.businessOf(bookingId).filter(owner::owns).isPresent();
  }
}
