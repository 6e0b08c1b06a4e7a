package io.contract.ledger.journal;

import io.contract.ledger.money.Money;

/**
 * An amount on an account.
 *
 * @param amount as the payee books it: above zero a debit, below zero a credit
 */
public record Posting(Account account, Money amount) {}
