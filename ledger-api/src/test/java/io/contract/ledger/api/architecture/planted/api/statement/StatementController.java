package io.contract.ledger.api.architecture.planted.api.statement;

import org.springframework.web.bind.annotation.RestController;

/** Breaks no rule, and makes its package a feature. It is abstract, so that no server in a test creates one. */
@RestController
abstract class StatementController {}
