package io.contract.ledger.api.http;

import io.contract.ledger.budget.Budget;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a budget, which it cannot spend beyond, and a turn; and has its answer read at a pace (ADR 0032). */
@Component
@Order(0)
@EnableConfigurationProperties(QuestionLimits.class)
final class BudgetFilter extends OncePerRequestFilter {

  private final QuestionLimits limits;
  private final Lane largeQuestions;
  private final Lane largeRecordings;
  private final Turn.Memory memory;

  BudgetFilter(QuestionLimits limits) {
    this.limits = limits;
    this.memory = Turn.Memory.of(limits);
    this.largeQuestions = new Lane("large questions", limits.largeAtATime(), limits.longestWait());
    this.largeRecordings =
        new Lane("facts about agreements of many periods", limits.largeAtATime(), limits.longestWait());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Watch watch =
        new Watch(limits.longest(), () -> Caller.of(request).filter(Caller::isGone).isPresent(), largeQuestions,
            largeRecordings);
    watch.belongTo(request);
    Turn turn = new Turn(memory, watch, limits.patience());
    turn.belongTo(request);
    HttpServletResponse paced = PacedOutput.at(turn.pace(), request, response);
    try {
      new Budget(limits.mostRows(), limits.mostParts(), watch).<Boolean, Exception>ask(() -> {
        chain.doFilter(request, paced);
        return true;
      });
    } catch (IOException | ServletException | RuntimeException thrown) {
      throw thrown;
    } catch (Exception impossible) {
      throw new ServletException("a filter throws nothing else", impossible);
    } finally {
      turn.end();
      watch.end();
    }
  }
}
