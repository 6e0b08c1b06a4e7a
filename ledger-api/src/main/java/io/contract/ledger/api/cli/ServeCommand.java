package io.contract.ledger.api.cli;

import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.api.config.TakenPort;
import io.contract.ledger.api.file.ExampleLoader;
import io.contract.ledger.api.http.OutOfMemory;
import io.contract.ledger.api.http.PublicUrl;
import io.contract.ledger.api.http.PublicUrlException;
import io.contract.ledger.id.AgreementId;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: runs the server until it is stopped. */
@Command(name = "serve", description = "Runs the ledger's server until it is stopped (Ctrl+C).", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar serve --example",
    "  java -jar ledger.jar serve --port 9090 --data /var/lib/ledger",
    "",
    "Exit status: 0 when it was stopped, 1 when it could not start, 2 when an option or a setting is malformed."
})
final class ServeCommand implements Callable<Integer> {

  /** Stands for no exit status: the server is running. */
  static final int RUNNING = -1;

  private static final int MOST_PORT = 65_535;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "The port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private String port = "";

  @Option(names = "--address", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "The address it listens on (default: ${DEFAULT-VALUE}, so that only this machine reaches it).")
  private String address = "";

  @Option(names = "--public-url", paramLabel = "URL", description = "The address at which others reach it, e.g. https://ledger.example: requests that name another host are refused (default: only names of this machine).")
  private @Nullable String publicUrl;

  @Option(names = "--data", paramLabel = "DIRECTORY", defaultValue = "./ledger-data", description = "Where events are kept (default: ${DEFAULT-VALUE}).")
  private String data = "";

  @Option(names = "--example", description = "Load the worked example, if it is not there yet.")
  private boolean example;

  @Override
  public Integer call() {
    OutOfMemory.watchThreads();
    requireFreePort(checkedPort());
    String[] settings = settings().toArray(String[]::new);
    try {
      announce(LedgerApplication.start(settings));
      return RUNNING;
    } catch (RuntimeException notStarted) {
      throw StartFailure.of(notStarted);
    }
  }

  private int checkedPort() {
    // Five digits at most, so that it is a number of this machine's.
    int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : MOST_PORT + 1;
    if (number > MOST_PORT) {
      throw CommandFailure.unusable("--port cannot be '" + port + "': ports go from 0 to " + MOST_PORT + ".");
    }
    return number;
  }

  /** The settings of the server. An option that is not given leaves its setting to the environment. */
  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(List.of("--server.port=" + port, "--server.address=" + address, "--ledger.data=" + data,
            "--ledger.example=" + example));
    if (publicUrl != null) {
      settings.add("--ledger.public-url=" + checked(publicUrl));
    }
    return settings;
  }

  private static String checked(String publicUrl) {
    try {
      PublicUrl.of(publicUrl);
      return publicUrl;
    } catch (PublicUrlException malformed) {
      throw CommandFailure.unusable(String.valueOf(malformed.getMessage()));
    }
  }

  /** Requires that the server can listen there, before it takes seconds to start. */
  private void requireFreePort(int port) {
    try {
      listen(port);
    } catch (UnknownHostException unknown) {
      throw noAddress();
    } catch (BindException refused) {
      // Systems say in words of their own what they refuse. An address that is not of this machine has no free port either.
      requireAddress();
      throw new CommandFailure(CommandFailure.REFUSED, TakenPort.says(port));
    } catch (IOException other) {
      throw new CommandFailure(
          CommandFailure.REFUSED,
          "the server cannot listen on " + address + ", port " + port + ": " + other.getMessage());
    }
  }

  private void requireAddress() {
    try {
      listen(0);
    } catch (IOException notHere) {
      throw noAddress();
    }
  }

  private void listen(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getAllByName(address)[0], port));
    }
  }

  private CommandFailure noAddress() {
    return CommandFailure.unusable(
        "--address " + address
            + " is no address of this machine. Leave it out to listen on this machine alone; 0.0.0.0 listens"
            + " on all its addresses.");
  }

  private void announce(ConfigurableApplicationContext server) {
    List<String> tries = example ? ofTheExample(server.getBean(ExampleLoader.class).loadIfAbsent()) : ofAnyLedger();
    int listening = Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer()).getPort();
    String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
    String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listening;
    Terminal.say("");
    Terminal.say("The ledger is at " + url);
    Terminal.say("Try:");
    tries.forEach(line -> Terminal.say("  " + line.replace("URL", url)));
    Terminal.say("");
  }

  private static List<String> ofTheExample(AgreementId agreement) {
    String path = "URL/api/v1/agreements/" + agreement;
    return List.of(
        "curl -s '" + path
            + "?effectiveOn=2026-04-27'   # the terms in force on that day, and which amendment set each",
        "curl -s '" + path + "/position?effectiveOn=2026-06-30'   # what has accrued, under every reading of the cap",
        "curl -s '" + path + "/obligations?party=openai&effectiveOn=2026-06-30'   # who owes what, by when");
  }

  private static List<String> ofAnyLedger() {
    return List.of(
        "curl -s URL/api/v1/agreements   # the agreements that are recorded",
        "java -jar ledger-api/target/ledger.jar load FILE --server URL   # load an agreement file",
        "open URL/docs in a browser   # every operation, to be tried there");
  }
}
