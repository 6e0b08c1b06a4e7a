package io.contract.ledger.api.fuzz;

import io.contract.ledger.api.json.JsonException;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Sends bytes unchanged over a connection of their own, which no well-behaved client would do. */
final class RawHttp {

  private RawHttp() {}

  /**
   * The answer to a request.
   *
   * @param status 0 when the connection was closed without an answer
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answered(int status, String contentType, byte[] body) {

    /** The body as a problem, when it is one. */
    Optional<Value.Tree> problem() {
      if (!contentType.startsWith("application/problem+json")) {
        return Optional.empty();
      }
      try {
        return JsonText.read(body) instanceof Value.Tree tree ? Optional.of(tree) : Optional.empty();
      } catch (JsonException notJson) {
        return Optional.empty();
      }
    }
  }

  /** Sends one request. It uses HTTP/1.0, so that the answer ends with the connection and is not chunked. */
  static Answered send(URI server, String method, String target, String headers, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(30_000);
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.writeBytes(
          (method + " " + target + " HTTP/1.0\r\nHost: 127.0.0.1\r\n" + headers
              + (body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      request.writeBytes(body);
      write(socket.getOutputStream(), request.toByteArray());
      return parsed(read(socket));
    }
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    try {
      out.write(bytes);
      out.flush();
    } catch (SocketException answeredEarly) {
      // The server may answer and close the connection before it has read everything.
      if (bytes.length < 100_000) {
        throw answeredEarly;
      }
    }
  }

  private static byte[] read(Socket socket) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      byte[] portion = new byte[8192];
      for (int read = socket.getInputStream().read(portion); read >= 0; read = socket.getInputStream().read(portion)) {
        all.write(portion, 0, read);
      }
    } catch (IOException closed) {
      // The bytes that came before the failure count.
      return all.toByteArray();
    }
    return all.toByteArray();
  }

  private static Answered parsed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0 || !text.startsWith("HTTP/")) {
      return new Answered(0, "", new byte[0]);
    }
    String head = text.substring(0, end);
    String type =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
            .map(line -> line.substring("content-type:".length()).strip())
            .findFirst()
            .orElse("");
    return new Answered(
        Integer.parseInt(head.substring(9, 12)), type,
        text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
  }
}
