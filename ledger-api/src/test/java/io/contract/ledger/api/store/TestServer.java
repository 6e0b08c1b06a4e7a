package io.contract.ledger.api.store;

import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.agreement.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The server less its web part, on a store of its own. */
public final class TestServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private TestServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** On an H2 file in the directory. */
  public static TestServer onFile(Path data, String... more) {
    return on(List.of("--ledger.data=" + data), more);
  }

  /** On the database. */
  public static TestServer onPostgres(String url, String... more) {
    return on(List.of("--ledger.store.url=" + url, "--ledger.store.user=postgres"), more);
  }

  private static TestServer on(List<String> store, String... more) {
    List<String> args = new ArrayList<>(store);
    args.add("--spring.main.web-application-type=none");
    args.addAll(Arrays.asList(more));
    return new TestServer(LedgerApplication.start(args.toArray(String[]::new)));
  }

  public Ledger ledger() {
    return context.getBean(Ledger.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The identifier of the event as the table has it. */
  public String eventId(String agreement, long sequence) {
    return bean(EventTable.class).eventId(agreement, sequence);
  }

  /** Makes the next answer come from the store alone. */
  public void forgetKept() {
    bean(AgreementStreams.class).forget();
  }

  @Override
  public void close() {
    context.close();
  }
}
