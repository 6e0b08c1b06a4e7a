package io.contract.ledger.api.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large an agreement file may be over HTTP.
 *
 * @param largest the largest file that is read
 */
@ConfigurationProperties("ledger.files")
record FileLimits(DataSize largest) {

  /** The name of the setting in the environment. */
  static final String LARGEST = "LEDGER_FILES_LARGEST";
}
