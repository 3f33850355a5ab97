package org.shoptrace.core.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.file.FileInput;

/// A file as the texts of JSON that it holds, one after the other. Open while they are read. Not for use by several threads.
public sealed interface Container extends Closeable permits WholeText, TextsInside {
    /// What a file of texts is, by its first bytes.
    enum Kind {
        ZIP("a zip file", "PK\3\4"),
        /// One without an entry.
        EMPTY_ZIP("a zip file", "PK\5\6"),
        PARQUET("a parquet file", "PAR1");

        private final String label;
        private final String start;

        Kind(String label, String start) {
            this.label = label;
            this.start = start;
        }

        /// With its article, for people.
        public String label() {
            return label;
        }

        /// What a file is; empty when it is one text, packed or not.
        ///
        /// @throws IOException when it cannot be read
        public static Optional<Kind> of(Path file) throws IOException {
            FileInput.requireFile(file); // to open a pipe would wait for who writes to it
            String first;
            try (InputStream in = Files.newInputStream(file)) {
                first = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            }
            return Arrays.stream(values()).filter(kind -> kind.start.equals(first)).findFirst();
        }
    }

    /// Opens a file. One that is no container is its own only text, unpacked.
    ///
    /// @throws IOException when it cannot be read; its message says in words what is wrong
    static Container open(Path file) throws IOException {
        Optional<Kind> kind = Kind.of(file);
        if (kind.isEmpty()) {
            return new WholeText(file);
        }
        return kind.get() == Kind.PARQUET ? ParquetTexts.open(file) : ZipTexts.open(file);
    }

    /// Whether the texts are other bytes than the file's, so that their offsets are none in the file.
    ///
    /// @throws IOException when the file cannot be read
    boolean isRewritten() throws IOException;

    /// The texts, in the order of the file.
    List<Text> texts();
}
