package io.contract.ledger.api.http;

/**
 * A record of query parameters that several operations take. Each component has the name of its parameter. It is a text, or
 * null when the parameter is not given. Controllers take the record as an argument.
 */
public interface QueryParameters {}
