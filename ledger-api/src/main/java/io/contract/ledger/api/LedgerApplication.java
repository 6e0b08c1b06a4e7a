package io.contract.ledger.api;

import io.contract.ledger.api.http.Lanes;
import io.contract.ledger.api.store.StoreOpening;
import io.contract.ledger.api.store.StoreUnavailableException;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server. Its defaults are in {@code application.properties}. Arguments such as {@code --ledger.data=…} override them. */
@SpringBootApplication
public class LedgerApplication {

  static {
    // Axon reads these settings when its classes load. Without them it looks for updates on the network and advertises on the console.
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    // Virtual threads share a few threads that compute. With more of them than lanes have places, questions leave some to the rest.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", String.valueOf(Lanes.threads()));
  }

  /**
   * Starts the server.
   *
   * @return the running server; closing it stops it
   * @throws StoreUnavailableException when the store cannot be opened
   */
  public static ConfigurableApplicationContext start(String... args) {
    return run(new SpringApplication(LedgerApplication.class), args);
  }

  /**
   * Opens the store without serving it.
   *
   * @return the application without its interface; closing it closes the store
   * @throws StoreUnavailableException when the store cannot be opened, most likely because a server has it open
   */
  public static ConfigurableApplicationContext open(String... args) {
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    // The command itself reports what went wrong, and only its answer may appear on stdout.
    return run(application,
        Stream.concat(Stream.of("--logging.threshold.console=off"), Stream.of(args)).toArray(String[]::new));
  }

  private static ConfigurableApplicationContext run(SpringApplication application, String... args) {
    application.addInitializers(new StoreOpening());
    try {
      return application.run(args);
    } catch (RuntimeException failure) {
      throw StoreUnavailableException.among(failure).<RuntimeException>map(unavailable -> unavailable).orElse(failure);
    }
  }
}
