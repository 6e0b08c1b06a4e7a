package io.contract.ledger.value;

/**
 * A place in a value tree, written as a JSON Pointer (RFC 6901).
 *
 * <p>Example: {@code Pointer.ROOT.child("clauses").child(0).child("rate")} is {@code /clauses/0/rate}.
 */
public record Pointer(String path) {

  /** The whole tree: the empty pointer. */
  public static final Pointer ROOT = new Pointer("");

  /** The entry of that name below this place. */
  public Pointer child(String name) {
    return new Pointer(path + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  /** The item at that index (from 0) below this place. */
  public Pointer child(int index) {
    return new Pointer(path + "/" + index);
  }

  /** The same place seen from a tree that holds this one at {@code above}. */
  public Pointer below(Pointer above) {
    return new Pointer(above.path + path);
  }

  @Override
  public String toString() {
    return path;
  }
}
