package io.contract.ledger.api.store;

import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.id.AgreementId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.EmptyResultDataAccessException;

/** A server on a store of its own: either the whole server, or the part behind its interface. */
public final class TestServer implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ConfigurableApplicationContext context;

  private TestServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** The whole server, on an H2 file in the directory and any free port. */
  public static TestServer whole(Path data, String... more) {
    return whole(onFile(data), more);
  }

  /** The whole server, on a PostgreSQL database. */
  public static TestServer wholeOnPostgres(String url, String... more) {
    return whole(onPostgres(url), more);
  }

  private static TestServer whole(List<String> store, String... more) {
    return new TestServer(LedgerApplication.start(args(store, "--server.port=0", more)));
  }

  /** The part that records and finds, without the interface. */
  static TestServer behind(List<String> store, String... more) {
    SpringApplication application = new SpringApplication(Behind.class);
    application.addInitializers(new StoreOpening());
    return new TestServer(application.run(args(store, "--spring.main.web-application-type=none", more)));
  }

  static List<String> onFile(Path data) {
    return List.of("--ledger.data=" + data);
  }

  static List<String> onPostgres(String url) {
    return List.of("--ledger.store.url=" + url, "--ledger.store.user=postgres");
  }

  private static String[] args(List<String> store, String web, String... more) {
    List<String> args = new ArrayList<>(store);
    args.add(web);
    args.addAll(Arrays.asList(more));
    return args.toArray(String[]::new);
  }

  /** Not a {@code @Configuration}: the whole server would find it too. */
  @EnableAutoConfiguration
  @ComponentScan(basePackageClasses = EventTable.class)
  @Import(Ledger.class)
  static class Behind {
    @Bean
    Clock clock(@Value("${test.clock.ahead:PT0S}") Duration ahead) {
      return Clock.offset(Clock.systemUTC(), ahead);
    }
  }

  /** The address of that path on a whole server. */
  public URI address(String path) {
    int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What a whole server answers for the path. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address(path)).GET());
  }

  /** What a whole server answers to JSON posted to the path. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public Ledger ledger() {
    return context.getBean(Ledger.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The ids of all agreements, as questions across agreements find them. */
  public List<String> agreementIds() {
    return bean(Overview.class).ids(OverviewFilter.NONE, Optional.empty(), Integer.MAX_VALUE).stream()
        .map(AgreementId::text).toList();
  }

  /** The event's identifier in the table. */
  public String eventId(String agreement, long sequence) {
    return Optional
        .ofNullable(bean(EventTable.class).eventIds(new AgreementId(agreement), List.of(sequence)).get(sequence))
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /** Forgets the kept states, so that the next answer comes from the store alone. */
  public void forgetKept() {
    bean(AgreementStreams.class).forget();
  }

  @Override
  public void close() {
    context.close();
  }
}
