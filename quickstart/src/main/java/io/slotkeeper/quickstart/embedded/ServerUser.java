package io.slotkeeper.quickstart.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom PostgreSQL takes itself to be: it refuses to run as root.
 *
 * @param prefix goes before each of its commands
 * @param owner the user that its files must belong to; negative where files have no such owner
 */
record ServerUser(List<String> prefix, int owner) {

  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final Set<Integer> MADE_BY_ROOT = Set.of(ROOT, NOBODY);

  /** A user namespace of its own, in which root has no name; containers often forbid it. */
  private static final ServerUser IN_NAMESPACE = new ServerUser(List.of("unshare", "-U"), ROOT);

  /** Really nobody, allowed to pass through directories that only root may enter. */
  static final ServerUser AS_NOBODY =
      new ServerUser(
          List.of(
              "setpriv",
              "--reuid=" + NOBODY,
              "--regid=" + NOBODY,
              "--clear-groups",
              "--inh-caps=+dac_override",
              "--ambient-caps=+dac_override"),
          NOBODY);

  static ServerUser forFilesIn(Path directory) throws IOException {
    int self = self(directory);
    return self == ROOT
        ? Stream.of(IN_NAMESPACE, AS_NOBODY)
            .filter(user -> user.canEnter(directory))
            .findFirst()
            .orElseThrow(
                () ->
                    new CannotStart(
                        "PostgreSQL refuses to run as root, and neither unshare nor setpriv works"
                            + " here; start Slotkeeper as an ordinary user"))
        : new ServerUser(List.of(), self);
  }

  /** Takes over what root had made for the other way of starting; another user's files never. */
  void own(Path directory) throws IOException {
    if (owner < 0 || owner(directory) == owner) {
      return;
    }
    if (prefix.isEmpty() || !MADE_BY_ROOT.contains(owner(directory))) {
      throw new CannotStart(
          "%s belongs to another user; start Slotkeeper as that user, or set SLOTKEEPER_DATA_DIR"
                  .formatted(directory)
              + " to another directory");
    }
    Tree.giveTo(owner, directory);
  }

  private static int self(Path directory) throws IOException {
    if (!directory.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return -1;
    }
    Path mine = Files.createTempFile(directory, "whose", ".unfinished");
    try {
      return owner(mine);
    } finally {
      Files.delete(mine);
    }
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }

  /** Root without a name may not pass through the directories of others, such as their homes. */
  private boolean canEnter(Path directory) {
    try {
      Process id =
          new ProcessBuilder(
                  Stream.concat(
                          prefix.stream(),
                          Stream.of("sh", "-c", "test -x \"$0\" && id -u", directory.toString()))
                      .toList())
              .redirectErrorStream(true)
              .start();
      String user = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return id.waitFor() == 0 && !user.strip().equals("0");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
