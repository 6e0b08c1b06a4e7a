package io.contract.ledger.api.architecture.planted.api.payment;

import org.springframework.stereotype.Controller;

/** Breaks no rule; makes its package a feature. Abstract, so that no server in a test makes one. */
@Controller
abstract class PaymentPages {}
