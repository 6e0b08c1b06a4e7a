package io.contract.ledger.api.statement;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes pages of statements, and PDF of the pages: one text for both (ADR 0023). */
@Component
final class StatementDocuments {

  private static final String TEMPLATE = "statement";

  /** It is in PDFBox, to stand in for fonts that a document lacks; with it nothing depends on what the machine has. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final ITemplateEngine templates;

  StatementDocuments(ITemplateEngine templates) {
    this.templates = templates;
  }

  /** The page, well-formed XML as well as HTML. */
  byte[] html(Value.Tree answer) {
    return page(answer, false).getBytes(StandardCharsets.UTF_8);
  }

  /** The page as PDF, tagged so that it can be read aloud. */
  byte[] pdf(Value.Tree answer) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(StatementDocuments::font, "Liberation Sans");
    // The page has everything inside: whatever it named would be somebody's text.
    builder.useUriResolver((base, address) -> null);
    builder.withHtmlContent(page(answer, true), "");
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return pdf.toByteArray();
  }

  /** On paper its name stands at the foot of each sheet, and there is nothing to click. */
  private String page(Value.Tree answer, boolean isPaper) {
    Context context = new Context(Locale.ROOT);
    context.setVariable("isPaper", isPaper);
    context.setVariable("page", StatementPage.of(new Fields(answer)));
    return templates.process(TEMPLATE, context);
  }

  private static InputStream font() {
    return Objects.requireNonNull(StatementDocuments.class.getResourceAsStream(FONT), FONT);
  }
}
