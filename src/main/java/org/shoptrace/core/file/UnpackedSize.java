package org.shoptrace.core.file;

/// How much a packed file may unpack to.
public final class UnpackedSize {
    /// What unpacks to more than this is looked at closely, in bytes.
    private static final long LARGE = 1L << 30;

    /// Runs repeat themselves, and are packed to a hundredth at best. What unpacks to more than this was made to fill a disk.
    private static final long MOST_TIMES = 300;

    private UnpackedSize() {}

    /// @param what     begins the message, such as `the zip file`
    /// @param unpacked bytes so far, or in all
    /// @param packed   the bytes that they are made of
    /// @throws PackedStreamException when that is more than runs are packed to
    public static void check(String what, long unpacked, long packed) throws PackedStreamException {
        if (unpacked > LARGE && unpacked / MOST_TIMES > packed) {
            throw new PackedStreamException(what + " unpacks to more than " + MOST_TIMES + " times its size, as no runs do");
        }
    }
}
