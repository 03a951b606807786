package io.slotkeeper.quickstart.architecture;

/** Where the modules live, so that a rule can be pointed at a counter-example laid out alike. */
record Layout(String root) {
  static final Layout SLOTKEEPER = new Layout("io.slotkeeper");

  String api() {
    return root + ".api..";
  }

  String platform() {
    return root + ".platform..";
  }

  String command() {
    return root + ".command..";
  }

  String query() {
    return root + ".query..";
  }

  String admin() {
    return root + ".admin..";
  }

  String adminProgram() {
    return root + ".admin.SlotkeeperAdmin";
  }

  String foundation() {
    return root + ".platform.foundation..";
  }

  String ids() {
    return root + ".api.Ids";
  }
}
