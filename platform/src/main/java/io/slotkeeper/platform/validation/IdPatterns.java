package io.slotkeeper.platform.validation;

/** How ids are spelled, as regular expressions that every language reads alike. */
public final class IdPatterns {
  private static final String BODY = "[0-7][0-9a-hjkmnp-tv-z]{25}";

  /** {@code biz_…} */
  public static final String BUSINESS = "^biz_" + BODY + "$";

  /** {@code bkg_…} */
  public static final String BOOKING = "^bkg_" + BODY + "$";

  /** {@code cus_…} */
  public static final String CUSTOMER = "^cus_" + BODY + "$";

  /** {@code res_…} */
  public static final String RESOURCE = "^res_" + BODY + "$";

  /** {@code cls_…} */
  public static final String CLOSURE = "^cls_" + BODY + "$";

  /** {@code ntf_…} */
  public static final String NOTIFICATION = "^ntf_" + BODY + "$";

  /** {@code slt_<business>_<resource>_<start>} */
  public static final String SLOT = "^slt_" + BODY + "_" + BODY + "_\\d{8}T\\d{4}Z$";

  private IdPatterns() {}
}
