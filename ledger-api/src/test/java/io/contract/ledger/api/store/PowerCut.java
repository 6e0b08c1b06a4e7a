package io.contract.ledger.api.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that keeps a copy of each file as of its last fsync, as {@code <file>.durable}. The copy is what would
 * surely survive a power cut. It can also be made to have no space left. The file system's name is {@code powercut:}. H2 creates it, so the class is public and has a
 * constructor without arguments.
 */
public final class PowerCut extends FilePathWrapper {
  static final String SCHEME = "powercut";

  private static volatile boolean isFull;
  private static volatile boolean failsToSync;

  static void register() {
    FilePath.register(new PowerCut());
  }

  /** From now on, whether there is no space left. */
  static void full(boolean now) {
    isFull = now;
  }

  /** From now on, whether a sync fails. */
  static void failToSync(boolean now) {
    failsToSync = now;
  }

  private static void requireSpace() throws IOException {
    if (isFull) {
      throw new IOException("No space left on device");
    }
  }

  /** Copies what a power cut would leave of the store's file to a new directory, and returns that directory. */
  static Path after(Path directory, Path into) {
    try {
      Files.createDirectories(into);
      Path durable = directory.resolve("ledger.mv.db.durable");
      if (Files.exists(durable)) {
        Files.copy(durable, into.resolve("ledger.mv.db"), StandardCopyOption.REPLACE_EXISTING);
      }
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Watched(getBase().open(mode), Path.of(getBase().toString()));
  }

  private static final class Watched extends FileBase {
    private final FileChannel base;
    private final Path path;

    Watched(FileChannel base, Path path) {
      this.base = base;
      this.path = path;
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
      if (failsToSync) {
        throw new IOException("Input/output error");
      }
      base.force(metaData);
      Path copy = Path.of(path + ".copy");
      Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, Path.of(path + ".durable"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public long position() throws IOException {
      return base.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      base.position(position);
      return this;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return base.read(into);
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return base.read(into, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      requireSpace();
      return base.write(from);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      requireSpace();
      return base.write(from, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      base.truncate(size);
      return this;
    }

    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }
}
