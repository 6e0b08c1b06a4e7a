package io.contract.ledger.api.description;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.console.ProblemPages;
import io.contract.ledger.api.http.AcrossQuestion;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.DifferenceQuestion;
import io.contract.ledger.api.http.PagedQuestion;
import io.contract.ledger.api.http.PostedFact;
import io.contract.ledger.api.http.PostedFacts;
import io.contract.ledger.api.http.PostedKind;
import io.contract.ledger.api.http.PostedQuestion;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.api.http.Records;
import io.contract.ledger.api.http.StreamedQuestion;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Completes springdoc's document. Springdoc finds the routes, and the shapes describe each of them. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(PostedFact.class, PostedFacts.class, Question.class, PagedQuestion.class,
            DifferenceQuestion.class, StreamedQuestion.class, AcrossQuestion.class, PostedQuestion.class);
  }

  @Bean
  OpenAPI document() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Contract ledger")
                .version("v1")
                .description(
                    """
                        What was agreed between companies that share revenue, what is owed, and what was known when.

                        Every question is asked on two axes: `effectiveOn`, the business day it is about, and `knownAt`, the \
                        instant whose knowledge is used. The answer for a given pair never changes. Amounts and rates are texts, \
                        never JSON numbers. What goes wrong is answered as RFC 9457 has it; \
                        [every code has a page](/problems)."""))
        .servers(List.of(new Server().url("/").description("This ledger")))
        .tags(
            List.of(
                tag("agreement", "Agreements, amendments and milestones: the terms."),
                tag("share", "Reported revenue, and where each share stands."),
                tag("payment", "Payments, reversals and waivers: what settles a share."),
                tag("statement", "Statements: what was said of a period for good, and what has changed since."),
                tag("obligation", "Who owes what to whom by when; discharges, launches and declines."),
                tag("explain", "Why any figure is what it is."),
                tag("history", "What was recorded when, and what was taken back."),
                tag("scenario",
                    "What further facts would change, and what assumed revenue would come to; nothing is stored."),
                tag("export", "Revenue shares and fixed payments in double entry, for accounting programs."),
                tag("file", "Agreements as files that can be checked and loaded.")));
  }

  @Bean
  OpenApiCustomizer described(ProblemPages pages, ObjectProvider<RequestMappingHandlerMapping> mappings) {
    RequestExamples requests = new RequestExamples();
    AnswerExamples answers = new AnswerExamples(requests);
    return document -> {
      Schemas schemas = new Schemas();
      schemas.of(Problem.SHAPE);
      Operations operations = new Operations(schemas, requests, answers, pages);
      mappings.stream()
          .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
          .forEach(
              route -> route
                  .getKey()
                  .getPatternValues()
                  .forEach(
                      path -> describe(
                          document,
                          operations,
                          path,
                          route.getKey().getMethodsCondition().getMethods(),
                          route.getValue())));
      Components components = Objects.requireNonNullElseGet(document.getComponents(), Components::new);
      components.setSchemas(new LinkedHashMap<>(Map.copyOf(schemas.all())));
      document.setComponents(components);
    };
  }

  private static void describe(
      OpenAPI document,
      Operations operations,
      String path,
      Iterable<RequestMethod> methods,
      HandlerMethod handler) {
    PathItem item = document.getPaths() == null ? null : document.getPaths().get(path);
    if (item == null) {
      return;
    }
    Records records = handler.getMethodAnnotation(Records.class);
    Answers answers = handler.getMethodAnnotation(Answers.class);
    for (RequestMethod method : methods) {
      Operation operation = item.readOperationsMap().get(PathItem.HttpMethod.valueOf(method.name()));
      if (operation == null) {
        continue;
      }
      operation.setTags(List.of(feature(handler)));
      if (records != null) {
        operations.describe(operation, path, handler, PostedKind.of(records));
      } else if (takes(handler, PostedFacts.class)) {
        operations.describeFacts(operation, path, handler);
      } else if (answers != null && answers.value() == AnswerKind.AGREEMENT_FILE) {
        operations.describeFile(operation, path, handler);
      } else if (answers != null && answers.value().question().isPresent()) {
        operations.describeQuestion(operation, path, handler, answers.value());
      } else if (answers != null) {
        operations.describe(operation, path, handler, answers.value());
      }
    }
  }

  private static boolean takes(HandlerMethod handler, Class<?> type) {
    return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private static String feature(HandlerMethod handler) {
    String inPackage = handler.getBeanType().getPackageName();
    String below = inPackage.substring("io.contract.ledger.api.".length());
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
  }

  private static Tag tag(String name, String says) {
    return new Tag().name(name).description(says);
  }
}
