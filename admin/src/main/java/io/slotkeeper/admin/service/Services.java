package io.slotkeeper.admin.service;

import java.util.Optional;

/** Both services, where the command line says that they are. */
public interface Services {
  /** The one that decides. */
  ServiceApi commands();

  /** The one that answers. */
  ServiceApi queries();

  /** What proves who is asking; empty where nothing was given. Asks nobody for it. */
  Optional<String> givenToken();
}
