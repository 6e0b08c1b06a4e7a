package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.SHA256;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What backs a fact: a reference and a document.
 *
 * @param reference the bank's or the invoice's own number
 * @param evidence a document that shows the fact
 */
public record Backing(@Nullable String reference, @Nullable Evidence evidence) {

  /** No reference and no document. */
  public static final Backing NONE = new Backing(null, null);

  static final Shape FIELDS =
      Shape.of("")
          .optional("reference", TEXT, "The bank's or the invoice's own number.")
          .optional(
              "evidence",
              object(
                  Shape.of("Evidence")
                      .optional("uri", TEXT, "Where the document is.")
                      .optional("sha256", SHA256, "The SHA-256 of its bytes.")
                      .optional("note", TEXT, "What it shows and how sure that is.")),
              "A document that shows the fact.");

  /**
   * A document.
   *
   * @param uri where it is
   * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits
   * @param note what it shows and how sure that is
   */
  public record Evidence(@Nullable String uri, @Nullable String sha256, @Nullable String note) {}

  static Backing read(Fields fact) {
    return new Backing(
        fact.optionalText("reference").orElse(null),
        fact.optionalObject("evidence")
            .map(
                evidence -> new Evidence(
                    evidence.optionalText("uri").orElse(null),
                    evidence.optionalText("sha256").orElse(null),
                    evidence.optionalText("note").orElse(null)))
            .orElse(null));
  }

  /** The tree of a fact's own fields, followed by these as in the shape of every fact. */
  Value.Tree behind(TreeBuilder fact) {
    return fact.put("reference", reference)
        .put(
            "evidence",
            evidence == null
                ? null
                : new TreeBuilder()
                    .put("uri", evidence.uri())
                    .put("sha256", evidence.sha256())
                    .put("note", evidence.note())
                    .build())
        .build();
  }
}
