package io.contract.ledger.api.architecture.planted.api.statement;

import org.springframework.web.bind.annotation.RestController;

/** Breaks no rule; makes its package a feature. Abstract, so that no server in a test makes one. */
@RestController
abstract class StatementController {}
