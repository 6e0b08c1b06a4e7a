package io.contract.ledger.api.http;

import io.contract.ledger.api.ledger.Ledger;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures Spring to read and write in the ways of this package. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {

  private final QuestionReader questions;
  private final Lanes lanes;

  HttpConfiguration(Ledger ledger, CursorSeal seal, QuestionLimits limits, Unanswered unanswered) {
    this.questions = new QuestionReader(ledger, seal, unanswered);
    this.lanes = new Lanes(limits);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(questions);
    resolvers.add(new PostedFactReader());
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.addCustomConverter(new JsonResponses());
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new KnownParameters());
    interceptors.addInterceptor(new VaryByAccept());
    interceptors.addInterceptor(new AcceptedForms());
    interceptors.addInterceptor(lanes);
  }
}
