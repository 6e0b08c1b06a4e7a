package io.contract.ledger.api.answer;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any answer may be the first that is asked for: the constants that its class takes from other classes are initialized in time. */
class AnyAnswerMayComeFirstTest {
  private static final URL[] CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(AnyAnswerMayComeFirstTest::url)
          .toArray(URL[]::new);

  static List<String> answers() throws IOException, URISyntaxException {
    URL compiled = ChangeAnswer.class.getResource("ChangeAnswer.class");
    try (Stream<Path> files = Files.list(Path.of(compiled.toURI()).getParent())) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.equals("package-info.class"))
          .map(name -> ChangeAnswer.class.getPackageName() + "." + name.replace(".class", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void isInitialisedBeforeAllOthers(String name) throws IOException {
    try (URLClassLoader nothingTouched = new URLClassLoader(CLASS_PATH, ClassLoader.getPlatformClassLoader())) {
      assertThatCode(() -> Class.forName(name, true, nothingTouched)).doesNotThrowAnyException();
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException none) {
      throw new IllegalArgumentException(entry, none);
    }
  }
}
