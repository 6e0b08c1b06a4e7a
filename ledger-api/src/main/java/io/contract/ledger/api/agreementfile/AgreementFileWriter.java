package io.contract.ledger.api.agreementfile;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * Writes the history of an agreement as an agreement file. Loading the file gives the same history, with the same recorded
 * times and the same recorders (domain page, section 10). The same history always gives the same bytes. Each event is written
 * as it arrives.
 */
public final class AgreementFileWriter {

  private static final Value VERSION = Value.number(1);

  private AgreementFileWriter() {}

  /**
   * Writes YAML in UTF-8; the stream stays open.
   *
   * @param events the events from the first, which executed the agreement
   */
  public static void yaml(OutputStream out, Iterator<Recorded> events) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      Recorded agreement = events.next();
      YamlWriter yaml = new YamlWriter(writer).beginMapping();
      yaml.name("ledger").value(VERSION);
      yaml.name("at").value(Value.text(agreement.recordedAt().toString()));
      yaml.name("by").value(Value.text(agreement.recordedBy()));
      yaml.name("agreement").value(agreement.fact().write());
      boolean isHidden = hasHidden(entry(agreement));
      if (events.hasNext()) {
        yaml.name("history").beginList();
        while (events.hasNext()) {
          Value.Tree entry = entry(events.next());
          yaml.value(entry);
          isHidden |= hasHidden(entry);
        }
        yaml.endList();
      }
      if (isHidden) {
        yaml.name(HiddenCharacters.FIELD).value(Value.text(HiddenCharacters.AS_RECORDED));
      }
      yaml.endMapping().end();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    writer.flush();
  }

  /** Writes JSON in UTF-8, one line for each event; the stream stays open. */
  public static void json(OutputStream out, Iterator<Recorded> events) throws IOException {
    Recorded agreement = events.next();
    Value.Tree head =
        new TreeBuilder()
            .put("ledger", VERSION)
            .put("at", agreement.recordedAt())
            .put("by", agreement.recordedBy())
            .put("agreement", agreement.fact().write())
            .build();
    String whole = JsonText.write(head);
    boolean isHidden = hasHidden(head);
    write(out, whole.substring(0, whole.length() - 1) + ",\"history\":[");
    for (boolean first = true; events.hasNext(); first = false) {
      Value.Tree entry = entry(events.next());
      write(out, (first ? "\n" : ",\n") + JsonText.write(entry));
      isHidden |= hasHidden(entry);
    }
    write(out,
        isHidden ? "],\"" + HiddenCharacters.FIELD + "\":\"" + HiddenCharacters.AS_RECORDED + "\"}\n" : "]}\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(Escapes.escaped(text).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether an earlier version recorded characters that no text may have any more. Only at the end is it known whether any has. */
  private static boolean hasHidden(Value.Tree recorded) {
    return !Characters.violations(recorded, Pointer.ROOT).isEmpty();
  }

  private static Value.Tree entry(Recorded recorded) {
    return new TreeBuilder()
        .put("at", recorded.recordedAt())
        .put("by", recorded.recordedBy())
        .put(recorded.kind().key(), recorded.fact().write())
        .build();
  }
}
