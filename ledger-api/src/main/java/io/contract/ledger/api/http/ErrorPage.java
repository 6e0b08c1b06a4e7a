package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a problem when a request fails before it reaches a controller. */
@Hidden
@RestController
final class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<Value.Tree> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemKind kind =
        switch (status) {
          // Nothing went wrong: somebody asked for the page itself.
          case null -> ProblemKind.UNKNOWN_PATH;
          case Integer code when code == 404 -> ProblemKind.UNKNOWN_PATH;
          // The connection had nothing to read for too long.
          case Integer code when code == 408 -> ProblemKind.BODY_TOO_SLOW;
          case Integer code when code < 500 -> ProblemKind.BAD_REQUEST;
          default -> ProblemKind.INTERNAL_ERROR;
        };
    return JsonResponses.of(Problem.of(kind, Pointer.ROOT, kind.title()));
  }
}
