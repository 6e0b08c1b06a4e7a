package io.contract.ledger.api.http;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.net.http.HttpResponse;
import java.util.List;

/** The server's answer. */
public record Reply(HttpResponse<String> response) {

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return response.body();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The body as a value tree. */
  public Value.Tree tree() {
    return (Value.Tree) JsonText.read(text());
  }

  /**
   * The value at that place, such as {@code positions/0/accrued}: a text is without quotes, and {@code absent} means that there
   * is none.
   */
  public String at(String place) {
    Value here = tree();
    for (String step : place.split("/", -1)) {
      here =
          switch (here) {
            case Value.Tree tree when tree.get(step).isPresent() -> tree.get(step).get();
            case Value.Items items when step.matches("\\d+") && Integer.parseInt(step) < items.items().size() ->
              items.items().get(Integer.parseInt(step));
            case Value.Tree _,Value.Items _,Value.Text _,Value.Num _,Value.Bool _ -> new Value.Num("absent");
            case Value.Null _ -> new Value.Num("absent");
          };
    }
    return here instanceof Value.Text text ? text.text() : here.toString();
  }

  /** The texts at the place in every item of the list. */
  public List<String> each(String list, String place) {
    Value.Items items = (Value.Items) tree().get(list).orElseThrow();
    return java.util.stream.IntStream.range(0, items.items().size()).mapToObj(i -> at(list + "/" + i + "/" + place))
        .toList();
  }

  /** The status, and the code if the answer is a problem: {@code 422 wrong-parties}. */
  public String outcome() {
    return status() + (header("Content-Type").startsWith("application/problem+json") ? " " + at("code") : "");
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
