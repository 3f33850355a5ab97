package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.sandbox.CatalogInfo;

/// A catalogue in the making: the folder its index is written to, and a lock that the operating system takes back even from a
/// program that was killed. Closing it unpublished leaves the directory as it was.
final class CatalogBuild implements AutoCloseable {
    private final CatalogDirectory directory;
    private final Path index;
    private final boolean wasThere;
    private final FileChannel lockFile;
    private boolean published;

    private CatalogBuild(CatalogDirectory directory, boolean wasThere, FileChannel lockFile) {
        this.directory = directory;
        this.wasThere = wasThere;
        this.lockFile = lockFile;
        this.index = directory.newIndex(UUID.randomUUID().toString().substring(0, 8));
    }

    static CatalogBuild begin(CatalogDirectory directory) throws ShoptraceException {
        boolean wasThere = Files.exists(directory.path());
        try {
            Files.createDirectories(directory.path());
            FileChannel lockFile = FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new ShoptraceException(
                        "another build is at work in the catalogue", directory.path().toString(),
                        "Wait for its end, or name another folder");
            }
            CatalogBuild build = new CatalogBuild(directory, wasThere, lockFile);
            try {
                directory.removeLeftovers();
            } catch (IOException | ShoptraceException e) {
                build.close();
                throw e;
            }
            return build;
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    Path index() {
        return index;
    }

    /// Makes the index, which must be whole and closed, the catalogue.
    void publish(CatalogInfo info) throws IOException, ShoptraceException {
        directory.publish(new CatalogManifest(index.getFileName().toString(), info));
        published = true;
        directory.removeLeftovers();
    }

    @Override
    public void close() throws ShoptraceException {
        try {
            if (!published) {
                FileTree.delete(index);
            }
            lockFile.close();
            if (!published && !wasThere) {
                Files.deleteIfExists(directory.lockFile());
                Files.deleteIfExists(directory.path());
            }
        } catch (DirectoryNotEmptyException _) {
            // Someone put something of theirs there meanwhile; it stays.
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    static ShoptraceException unwritable(CatalogDirectory directory, IOException e) {
        return WriteFailure.of("the catalogue cannot be written", directory.path(), e);
    }
}
