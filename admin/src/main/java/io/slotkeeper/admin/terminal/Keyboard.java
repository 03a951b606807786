package io.slotkeeper.admin.terminal;

import java.util.Optional;

/** Answers questions. */
public interface Keyboard {
  /** Nobody is there. */
  Keyboard NONE =
      new Keyboard() {
        @Override
        public Optional<String> line(String question) {
          return Optional.empty();
        }

        @Override
        public Optional<String> secret(String question) {
          return Optional.empty();
        }
      };

  /** What is typed, which can be seen; empty where nobody is there. */
  Optional<String> line(String question);

  /** What is typed without being shown; empty where nobody is there. */
  Optional<String> secret(String question);
}
