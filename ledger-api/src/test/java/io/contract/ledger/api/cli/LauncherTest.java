package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LauncherTest {
  private static final int CLASS_FILE_OF_JAVA_11 = 55;

  @Test
  void anOldJavaCanLoadItAndSoSayThatItIsTooOld() throws IOException {
    try (InputStream file = Launcher.class.getResourceAsStream("Launcher.class");
        DataInputStream classFile = new DataInputStream(Objects.requireNonNull(file))) {
      assertThat(classFile.readInt()).as("magic number").isEqualTo(0xCAFEBABE);
      assertThat(classFile.readUnsignedShort()).as("minor version").isZero();
      assertThat(classFile.readUnsignedShort()).as("major version").isEqualTo(CLASS_FILE_OF_JAVA_11);
    }
  }

  @Test
  void theCommandThatItNamesOnlyAsTextExists() throws ReflectiveOperationException {
    assertThat(LedgerCommand.class.getName()).isEqualTo("io.contract.ledger.api.cli.LedgerCommand");
    assertThat(LedgerCommand.class.getMethod("main", String[].class).getReturnType()).isEqualTo(void.class);
  }
}
