package io.contract.ledger.api.http;

/**
 * A record of query parameters that several operations take: its components have their names, are texts, and null where the
 * parameter is not given. Controllers take it as an argument.
 */
public interface QueryParameters {}
