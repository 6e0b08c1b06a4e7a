package io.contract.ledger.api.store;

/**
 * What tells a request from all others: sent again with it, it is the same request, and is recorded once.
 *
 * @param caller who sent it; another's key of the same name is another key
 * @param key as the caller chose it
 * @param digest of what the request says, in hexadecimal digits
 */
public record RequestKey(String caller, String key, String digest) {}
