package io.contract.ledger.api.words;

import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Fields;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What counts toward a cap, in words: {@code what accrues, since inception, each calendar year, excess carried}. */
public final class CapWords {

  private CapWords() {}

  /** The words for a cap as an answer shows it. */
  public static String of(Fields cap) {
    return Stream.of(
        Optional.of(EnumWords.isUnstated(cap.text("basis")) ? "accrued or paid: open" : cap.text("basis")),
        cap.optionalText("countsFrom").map(day -> "from " + day)
            .or(() -> cap.optionalText("counts")
                .map(since -> EnumWords.isUnstated(since) ? "since when: open" : since)),
        Optional.of(cap.text("window")),
        cap.optionalText("from").map(day -> "limits from " + day),
        cap.optionalText("through").map(day -> "limits through " + day),
        cap.optionalText("excess").filter("carried"::equals).map(carried -> "excess carried"))
        .flatMap(Optional::stream)
        .map(CapWords::word)
        .collect(Collectors.joining(", "));
  }

  /** The words for an attribute of a cap that tells what it counts: "what is paid" for {@code paid}. */
  public static String word(String counts) {
    return switch (counts) {
      case "accrued" -> "what accrues";
      case "paid" -> "what is paid";
      case "since-inception" -> "since inception";
      case "since-effective" -> "since it took effect";
      case "contract-year" -> "each contract year";
      case "calendar-year" -> "each calendar year";
      case "fiscal-year" -> "each fiscal year";
      case "lifetime" -> "for all time";
      default -> counts;
    };
  }
}
