package io.contract.ledger.api.store;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Opens the store before any other part of the server is made. If the store cannot be opened, the server ends with one sentence
 * and leaves no half-made parts behind.
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

  /** Opens the database that the settings name; by default it is an H2 file. */
  static EventDatabase open(LedgerProperties settings) {
    LedgerProperties.Store store = settings.store();
    return store == null ? H2Database.open(settings.data()) : PostgresDatabase.open(store);
  }
}
