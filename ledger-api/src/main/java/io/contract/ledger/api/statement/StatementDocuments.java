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

/** Writes statements as pages, and the pages as PDF. Both have one template (ADR 0023). */
@Component
final class StatementDocuments {

  private static final String TEMPLATE = "statement";

  /**
   * A font from the PDFBox library, which provides it for documents that lack one. With it a PDF does not depend on the fonts
   * of the machine.
   */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final ITemplateEngine templates;

  StatementDocuments(ITemplateEngine templates) {
    this.templates = templates;
  }

  /** The page, as HTML that is also well-formed XML. */
  byte[] html(Value.Tree answer) {
    return page(answer, false).getBytes(StandardCharsets.UTF_8);
  }

  /** The page as PDF, tagged so that it can be read aloud. */
  byte[] pdf(Value.Tree answer) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(StatementDocuments::font, "Liberation Sans");
    // The page contains everything it needs. An address in it could only come from somebody's text, so none is loaded.
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

  /** The page. On paper the statement's name stands at the foot of each sheet, and there are no links. */
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
