package org.shoptrace.core.file;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Waits once for all that was written to a file system, as `syncfs` of Linux does: of ten thousand files one by one takes a minute, and
/// Java has no call for it (ADR 0046).
final class FileSystemSync {
    private static final int READ_ONLY = 0;

    private FileSystemSync() {}

    /// Waits until the file systems of these folders have everything on the disk.
    ///
    /// @return false where the system has no such call, or it failed: then each file has to be waited for
    static boolean of(Collection<Path> folders) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup c = linker.defaultLookup();
        MemorySegment open = c.find("open").orElse(MemorySegment.NULL);
        MemorySegment syncfs = c.find("syncfs").orElse(MemorySegment.NULL);
        MemorySegment close = c.find("close").orElse(MemorySegment.NULL);
        if (open.equals(MemorySegment.NULL) || syncfs.equals(MemorySegment.NULL) || close.equals(MemorySegment.NULL)) {
            return false;
        }
        MethodHandle opening = linker.downcallHandle(
                open, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
        MethodHandle syncing = linker.downcallHandle(syncfs, FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        MethodHandle closing = linker.downcallHandle(close, FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            for (@Nullable
            Path folder : folders) {
                int descriptor = (int) opening.invokeExact(arena.allocateFrom(String.valueOf(folder)), READ_ONLY);
                if (descriptor < 0) {
                    return false;
                }
                int synced = (int) syncing.invokeExact(descriptor);
                int _ = (int) closing.invokeExact(descriptor);
                if (synced != 0) {
                    return false;
                }
            }
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library cannot be made", e);
        }
    }
}
