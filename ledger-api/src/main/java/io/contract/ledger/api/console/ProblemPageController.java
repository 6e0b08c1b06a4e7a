package io.contract.ledger.api.console;

import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.http.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A page for every code of a problem. Its address is the {@code type} of the problem. */
@Hidden
@Controller
final class ProblemPageController {

  private final ProblemPages pages;

  ProblemPageController(ProblemPages pages) {
    this.pages = pages;
  }

  @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView all() {
    return new ModelAndView("problems").addObject("pages", pages.all());
  }

  @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView one(@PathVariable("code") String code) {
    return pages
        .page(code)
        .map(page -> new ModelAndView("problem").addObject("page", page))
        .orElseThrow(
            () -> ProblemException.of(
                ProblemKind.UNKNOWN_PATH, "no problem is called '" + code + "'; /problems lists those there are"));
  }
}
