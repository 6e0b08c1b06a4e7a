package io.contract.ledger.api.cli;

import picocli.CommandLine;

/** The version of this jar, for {@code --version}. */
final class Version implements CommandLine.IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[]{"contract ledger " + (version == null ? "(not from a jar)" : version)};
  }
}
