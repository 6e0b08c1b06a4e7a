package io.contract.ledger.api.store;

/**
 * Identifies a request about an agreement. A request that is sent again with the same key is recorded once.
 *
 * @param caller who sent the request; the same key of another caller, or for another agreement, is another key
 * @param key the key as the caller chose it
 * @param digest the digest of the request's content, in hexadecimal digits
 */
public record RequestKey(String caller, String key, String digest) {}
