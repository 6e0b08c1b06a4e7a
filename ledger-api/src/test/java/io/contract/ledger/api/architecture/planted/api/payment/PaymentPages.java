package io.contract.ledger.api.architecture.planted.api.payment;

import org.springframework.stereotype.Controller;

/** Breaks no rule, and makes its package a feature. It is abstract, so that no server in a test creates one. */
@Controller
abstract class PaymentPages {}
