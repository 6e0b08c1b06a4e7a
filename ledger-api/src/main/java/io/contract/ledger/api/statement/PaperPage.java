package io.contract.ledger.api.statement;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import io.contract.ledger.budget.Budget;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The page for paper, in which letters that the PDF library cannot write are objects that are drawn. Each object has its text beside
 * it, for those who listen.
 */
final class PaperPage implements FSObjectDrawerFactory {

  private static final String TYPE = "application/x-letters";
  private static final Color INK = new Color(0x1c2024);

  private final Document document;
  private final Set<String> missing;
  private final List<DrawnText> drawn = new ArrayList<>();

  private PaperPage(Document document, Set<String> missing) {
    this.document = document;
    this.missing = missing;
  }

  /**
   * Makes the page.
   *
   * @param page well-formed XML
   */
  static PaperPage of(String page, PaperLetters letters) {
    PaperPage paper = new PaperPage(parsed(page), letters.missing());
    Element body = (Element) paper.document.getElementsByTagName("body").item(0);
    paper.rewrite(body, letters);
    if (!paper.missing.isEmpty()) {
      paper.sayWhatIsMissing();
    }
    return paper;
  }

  /** Characters that XML does not have, themselves or as references. Earlier versions recorded some in texts. */
  private static final Pattern NOT_XML =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|&#(x0?[0-8bcefBCEF]|x1[0-9a-fA-F]|x[fF]{3}[eEfF]|[0-8]|1[124-9]|2[0-9]"
              + "|3[01]|6553[45]);");

  private static Document parsed(String page) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder()
          .parse(new InputSource(new StringReader(NOT_XML.matcher(page).replaceAll(""))));
    } catch (IOException | ParserConfigurationException | SAXException impossible) {
      throw new IllegalStateException("the page is no well-formed XML", impossible);
    }
  }

  Document document() {
    return document;
  }

  /** The scripts for which no font was found, by name. */
  Set<String> missing() {
    return missing;
  }

  private void rewrite(Node node, PaperLetters letters) {
    NodeList children = node.getChildNodes();
    List<Node> before = new ArrayList<>();
    for (int i = 0; i < children.getLength(); i++) {
      before.add(children.item(i));
    }
    for (Node child : before) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        if (!child.getNodeValue().isBlank()) {
          replace(child, letters.cut(child.getNodeValue()));
        }
      } else {
        rewrite(child, letters);
      }
    }
  }

  private void replace(Node text, List<PaperLetters.Piece> pieces) {
    Node parent = text.getParentNode();
    String last = "";
    for (PaperLetters.Piece piece : pieces) {
      DrawnText letters = piece.drawn();
      if (letters != null) {
        parent.insertBefore(object(letters, piece.isLine()), text);
      } else if (!piece.text().equals(last) || !last.startsWith("[")) {
        parent.insertBefore(document.createTextNode(piece.text()), text);
      }
      last = letters == null ? piece.text() : "";
    }
    parent.removeChild(text);
  }

  private Element object(DrawnText letters, boolean isLine) {
    Element object = document.createElement("object");
    object.setAttribute("type", TYPE);
    object.setAttribute("alt", letters.text());
    object.setAttribute("title", letters.text());
    object.setAttribute("data", Integer.toString(drawn.size()));
    object.setAttribute("style",
        String.format(Locale.ROOT, "width: %.4fem; height: %.4fem; vertical-align: %.4fem;%s", letters.width(),
            DrawnText.ASCENT + DrawnText.DESCENT, -DrawnText.DESCENT,
            isLine ? " display: block;" : " display: inline-block;"));
    drawn.add(letters);
    return object;
  }

  /** Says, below the heads of the page, which letters are missing. */
  private void sayWhatIsMissing() {
    Element note = document.createElement("p");
    note.setAttribute("class", "note");
    note.setTextContent(
        "Letters are missing on this paper: no font for " + String.join(", ", missing)
            + " was found where it was made. The names of the scripts stand in brackets instead. The page and the answer in JSON"
            + " have the letters.");
    Node sections = document.getElementsByTagName("section").item(0);
    sections.getParentNode().insertBefore(note, sections);
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return TYPE.equals(element.getAttribute("type"));
  }

  @Override
  public @Nullable FSObjectDrawer createDrawer(Element element) {
    return isReplacedObject(element) ? PaperPage.this::draw : null;
  }

  private @Nullable Map<java.awt.Shape, String> draw(Element element, double x, double y, double width, double height,
      OutputDevice device, com.openhtmltopdf.render.RenderingContext context, int dotsPerPixel) {
    DrawnText letters = drawn.get(Integer.parseInt(element.getAttribute("data")));
    Budget.steps(letters.strokes());
    float high = (float) height / dotsPerPixel;
    device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, high,
        graphics -> fill(graphics, letters, high));
    return null;
  }

  private static void fill(Graphics2D graphics, DrawnText letters, float height) {
    double em = height / (DrawnText.ASCENT + DrawnText.DESCENT);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(INK);
    graphics.translate(0, DrawnText.ASCENT * em);
    graphics.scale(em, em);
    graphics.fill(letters.shape());
  }
}
