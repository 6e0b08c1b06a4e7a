package io.contract.ledger.api.cli;

import io.contract.ledger.api.config.MalformedSetting;
import io.contract.ledger.api.config.TakenPort;
import io.contract.ledger.api.http.PublicUrlException;
import io.contract.ledger.api.store.CauseChain;
import io.contract.ledger.api.store.StoreUnavailableException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a server did not start, as the one sentence that is said about it. */
final class StartFailure {

  private StartFailure() {}

  /** The failure of the command: wrong usage when a setting is malformed, otherwise a refusal. */
  static CommandFailure of(Throwable thrown) {
    return CauseChain.of(thrown).flatMap(StartFailure::known).findFirst()
        .orElseGet(() -> new CommandFailure(CommandFailure.REFUSED, "the server could not start: " + root(thrown)));
  }

  private static Stream<CommandFailure> known(Throwable cause) {
    return switch (cause) {
      case StoreUnavailableException store ->
        Stream.of(new CommandFailure(CommandFailure.REFUSED, message(store)));
      case PublicUrlException malformed -> Stream.of(CommandFailure.unusable(message(malformed)));
      case BindException malformed -> Stream.of(CommandFailure.unusable(MalformedSetting.says(malformed)));
      case PortInUseException taken ->
        Stream.of(new CommandFailure(CommandFailure.REFUSED, TakenPort.says(taken.getPort())));
      default -> Stream.empty();
    };
  }

  private static String message(Throwable cause) {
    return String.valueOf(cause.getMessage());
  }

  private static String root(Throwable thrown) {
    Throwable root = CauseChain.of(thrown).reduce(thrown, (_, last) -> last);
    return Objects.requireNonNullElse(root.getMessage(), root.toString());
  }
}
