package io.contract.ledger.api.statement;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes statements as pages, and the pages as PDF. Both have one template (ADR 0023). */
@Component
final class StatementDocuments {

  private static final String TEMPLATE = "statement";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final ITemplateEngine templates;
  private final PageFont pageFont = new PageFont();
  private final Fonts fonts;

  StatementDocuments(ITemplateEngine templates, Fonts fonts) {
    this.templates = templates;
    this.fonts = fonts;
  }

  /** The page, as HTML that is also well-formed XML. */
  byte[] html(Value.Tree answer) {
    return page(answer, false).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The page as PDF, tagged so that it can be read aloud. Where letters have no font, it says so.
   *
   * @param missing gets the scripts for which no font was found, by name, if there are any
   */
  byte[] pdf(Value.Tree answer, Consumer<Set<String>> missing) {
    PaperPage paper = PaperPage.of(page(answer, true), new PaperLetters(pageFont, fonts));
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(PageFont::file, PageFont.NAME);
    builder.useObjectDrawerFactory(paper);
    // The page contains everything it needs. An address in it could only come from somebody's text, so none is loaded.
    builder.useUriResolver((base, address) -> null);
    builder.withW3cDocument(paper.document(), "");
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (!paper.missing().isEmpty()) {
      missing.accept(paper.missing());
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
}
