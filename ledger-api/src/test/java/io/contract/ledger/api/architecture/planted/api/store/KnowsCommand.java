package io.contract.ledger.api.architecture.planted.api.store;

import io.contract.ledger.api.architecture.planted.api.cli.Command;

record KnowsCommand(Command command) {}
