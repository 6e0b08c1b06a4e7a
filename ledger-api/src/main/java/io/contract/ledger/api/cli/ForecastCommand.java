package io.contract.ledger.api.cli;

import io.contract.ledger.api.agreementfile.QuestionFileReader;
import io.contract.ledger.api.cli.text.ForecastText;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.ThereAre;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forecast AGREEMENT}: when each cap is reached and what accrues, on assumed revenue. Nothing is recorded. */
@Command(name = "forecast", description = "Shows in which period and on which day each cap is reached, and what accrues, with assumed revenue. Nothing is recorded.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar forecast microsoft-openai --growth openai-revenue=0 --growth openai-revenue=0.20",
    "  java -jar ledger.jar forecast acme-globex scenarios.yaml --effective-on 2021-06-30 --through 2022-12-31",
    "  java -jar ledger.jar forecast microsoft-openai --growth openai-revenue=0.20 --clause openai-share --why reachedOn",
    "",
    "--why shows what a figure of one scenario would follow from on the last day looked at, step by step.",
    "A scenario file has a list of scenarios: [{name, streams: {net-sales: {growthPerPeriod: \"-0.05\"}}}], or instead of",
    "growthPerPeriod {reports: [{from, through, amount}]}. Each scenario has a column of its own.",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage or an unreadable file."
})
final class ForecastCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The scenarios, YAML or JSON; - reads stdin.")
  private @Nullable String file;

  @Option(names = "--growth", paramLabel = "STREAM=FRACTION", description = "One scenario more: from each period to the next the stream grows by this, e.g. net-sales=-0.05.")
  private List<String> growth = new ArrayList<>();

  @Option(names = "--through", paramLabel = "DATE", description = "The last day to look at (default: the last day in force, or the end of the calendar year after next).")
  private @Nullable String through;

  @Option(names = "--scenario", paramLabel = "NAME", description = "Only this one of the scenarios; with --why needed where there are several.")
  private @Nullable String scenario;

  @Mixin
  private SupposedWhyOptions why = new SupposedWhyOptions();

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Query query = why.in(question.query());
    String path = "/agreements/" + agreement + "/forecast";
    if (why.isAsked()) {
      why.explain(server.client(), path, query, asked(), question.json());
      return 0;
    }
    Value.Tree answer = server.client().ask(path, query, asked());
    return question.say(answer, ForecastText::of);
  }

  private Value.Tree asked() {
    Value.Tree asked = file == null ? Value.EMPTY : QuestionFile.read(file, QuestionFileReader::forecast);
    List<Value> scenarios = new ArrayList<>(new Fields(asked).list("scenarios"));
    growth.forEach(one -> scenarios.add(scenario(one)));
    if (scenarios.isEmpty()) {
      throw CommandFailure.unusable("say what to assume: a FILE with scenarios, or --growth STREAM=FRACTION");
    }
    Value.Tree whole = asked.with("scenarios", Value.items(scenario == null ? scenarios : named(scenarios, scenario)));
    return through == null ? whole : whole.with("through", Value.text(through));
  }

  private static List<Value> named(List<Value> scenarios, String name) {
    List<Value> named = scenarios.stream().filter(one -> Fields.of(one).text("name").equals(name)).toList();
    if (named.isEmpty()) {
      throw CommandFailure.unusable(
          "there is no scenario '" + name + "'; "
              + ThereAre.of(scenarios.stream().map(one -> Fields.of(one).text("name")).toList()));
    }
    return named;
  }

  private static Value.Tree scenario(String growth) {
    int sign = growth.indexOf('=');
    if (sign < 1) {
      throw CommandFailure.unusable(
          "--growth '" + growth + "' is not of the form STREAM=FRACTION, e.g. net-sales=-0.05");
    }
    Value.Tree assumed = new TreeBuilder().put("growthPerPeriod", growth.substring(sign + 1)).build();
    return new TreeBuilder()
        .put("name", growth)
        .put("streams", new TreeBuilder().put(growth.substring(0, sign), assumed).build())
        .build();
  }
}
