package io.contract.ledger.api.http;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server answered. */
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

  /** What stands at the place, such as {@code positions/0/accrued}; texts without quotes, {@code absent} when nothing does. */
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

  /** {@code 422 wrong-parties}: the status and, of a problem, its code. */
  public String outcome() {
    return status() + (header("Content-Type").startsWith("application/problem+json") ? " " + at("code") : "");
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
