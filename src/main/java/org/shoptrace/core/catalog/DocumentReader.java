package org.shoptrace.core.catalog;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.catalog.Document;

/// Documents of catalogue files, one at a time and in file order. A line that is none, is too long or repeats an id is handed to
/// the rejections and passed over; blank lines count neither way.
public final class DocumentReader implements AutoCloseable {
    private final DocumentLines lines;
    private final Consumer<Rejection> rejections;
    private final Set<String> ids = new HashSet<>();

    /// @throws ShoptraceException as [DocumentLines]
    public DocumentReader(List<Path> files, Consumer<Rejection> rejections) throws ShoptraceException {
        this.lines = new DocumentLines(files);
        this.rejections = rejections;
    }

    /// The next document; empty at the end.
    ///
    /// @throws ShoptraceException when a file cannot be read to its end
    public Optional<Document> next() throws ShoptraceException {
        for (Optional<DocumentLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().isBlank()) {
                continue;
            }
            try {
                Document document = decode(line.get());
                if (ids.add(document.id())) {
                    return Optional.of(document);
                }
                throw repeated(document.id());
            } catch (BadDocumentException e) {
                rejections.accept(rejection(line.get(), e));
            }
        }
        return Optional.empty();
    }

    /// The fingerprint over all lines, see [DocumentLines#sha256].
    public String sha256() {
        return lines.sha256();
    }

    @Override
    public void close() throws ShoptraceException {
        lines.close();
    }

    /// The document of a line.
    ///
    /// @throws BadDocumentException when the line is too long, or as [DocumentCodec#decode]
    public static Document decode(DocumentLines.Line line) throws BadDocumentException {
        if (line.isTooLong()) {
            throw new BadDocumentException(
                    "the line has " + line.length() + " bytes, more than the " + DocumentLines.LONGEST_LINE + " that a document may have");
        }
        return DocumentCodec.decode(line.bytes());
    }

    /// The fault of a second document with an id.
    public static BadDocumentException repeated(String id) {
        return new BadDocumentException("product id " + id + " stood before; the first counts");
    }

    public static Rejection rejection(DocumentLines.Line line, BadDocumentException bad) {
        return new Rejection(line.file(), line.number(), bad.fault());
    }
}
