package io.slotkeeper.admin;

import io.slotkeeper.admin.terminal.Keyboard;
import io.slotkeeper.admin.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * A command line, and what came of it.
 *
 * @param err everything that is no answer
 */
record Typed(int exit, String out, String err) {

  static Typed type(Map<String, String> environment, String... arguments) {
    return type(environment, Keyboard.NONE, arguments);
  }

  static Typed type(Map<String, String> environment, Keyboard keyboard, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, keyboard);
    int exit =
        SlotkeeperAdmin.run(new HashMap<>(environment), terminal, Clock.systemUTC(), arguments);
    return new Typed(exit, out.toString(), err.toString());
  }
}
