package io.slotkeeper.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {

  private static final int CLASS_FILE_OF_JAVA_8 = 52;

  @ParameterizedTest
  @CsvSource({"1.8, 8", "9, 9", "17, 17", "21, 21", "25, 25"})
  void readsTheVersionOfOldAndNewJavas(String version, int feature) {
    assertThat(Launcher.feature(version)).isEqualTo(feature);
  }

  @Test
  void loadsOnJava8() throws IOException {
    try (InputStream file = Launcher.class.getResourceAsStream("Launcher.class")) {
      assertThat(file).isNotNull();
      assertThat(file.readNBytes(8)[7]).isEqualTo((byte) CLASS_FILE_OF_JAVA_8);
    }
  }
}
