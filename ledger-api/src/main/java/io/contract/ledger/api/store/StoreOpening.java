package io.contract.ledger.api.store;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Opens the store before anything else of the server is made, so that a store that cannot be opened is one sentence and not
 * the half-made rest of a server.
 */
public final class StoreOpening implements ApplicationContextInitializer<GenericApplicationContext> {

  /** @throws StoreUnavailableException when it cannot be opened */
  @Override
  public void initialize(GenericApplicationContext context) {
    LedgerProperties settings =
        Binder.get(context.getEnvironment()).bindOrCreate("ledger", LedgerProperties.class);
    EventDatabase opened = open(settings);
    context.registerBean("eventDatabase", EventDatabase.class, () -> opened);
  }

  /**
   * Opens the database that the settings name: a file of H2 unless they name another.
   *
   * @throws StoreUnavailableException when it cannot be opened
   */
  static EventDatabase open(LedgerProperties settings) {
    LedgerProperties.Store store = settings.store();
    return store == null ? H2Database.open(settings.data()) : PostgresDatabase.open(store);
  }
}
