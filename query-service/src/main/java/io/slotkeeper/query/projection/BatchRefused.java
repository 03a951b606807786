package io.slotkeeper.query.projection;

import org.springframework.dao.TransientDataAccessException;

/** The rows of a batch could not be written together; they will be tried one by one. */
final class BatchRefused extends TransientDataAccessException {
  private static final long serialVersionUID = 1L;

  BatchRefused(RuntimeException cause) {
    super("a batch could not be written", cause);
  }
}
