package io.contract.ledger.api.console;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page, at the address itself: the agreements, and questions to try on each. */
@Hidden
@Controller
final class HomeController {

  private static final int SHOWN = 50;

  private final HomeView view;

  HomeController(HomeView view) {
    this.view = view;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView home(@RequestParam(name = "q", defaultValue = "") String q) {
    HomeView.Page page = view.first(SHOWN, q);
    return new ModelAndView("home")
        .addObject("q", q)
        .addObject("agreements", page.agreements())
        .addObject("more", page.more());
  }
}
