package io.contract.ledger.architecture.planted.money;

import io.contract.ledger.architecture.planted.share.InnocentShare;

/** Looks up. */
public final class KnowsShare {
  final InnocentShare[] higher = {};
}
