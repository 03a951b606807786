package io.slotkeeper.platform.limit;

/** A request that counts for a policy. */
record Charge(Policy policy, Client client) {
  /** The number is that of the format; another rate is another bucket. */
  private static final String PREFIX = "slotkeeper:1:limit:";

  Policy.Allowance allowance() {
    return policy.allowance(client.role());
  }

  /** Where its bucket is. */
  String key() {
    return PREFIX
        + policy.name()
        + ':'
        + allowance().permits()
        + ':'
        + policy.period().toSeconds()
        + ':'
        + client.key();
  }
}
