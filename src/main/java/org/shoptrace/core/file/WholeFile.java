package org.shoptrace.core.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A file that is written whole: whoever reads it, after a crash too, finds what was there before or all of what is new. Several that
/// belong together are [WholeFiles].
public final class WholeFile {
    private WholeFile() {}

    /// Whether a file of that name was being written by a program that was killed: nobody will put it in place.
    public static boolean isLeftover(String name) {
        return AsideFile.isOne(name);
    }

    /// Puts a text in place of what the file held. Half a character, which UTF-8 cannot hold, becomes a question mark.
    ///
    /// @throws IOException as of [#write(Path, byte\[\])]
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Puts bytes in place of what the file held; its folder is there. A link stays, and what it leads to is written. What is no regular
    /// file, a pipe or a device, is written to.
    ///
    /// @throws IOException when it cannot be written or the disk is full; then the file is as it was, and nothing is left beside it
    public static void write(Path file, byte[] content) throws IOException {
        try (WholeFiles files = new WholeFiles()) {
            files.add(file, content);
            files.commit();
        }
    }
}
