package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.CatalogInfo;

/// A file of documents before it is read, so that one which is changed while it is indexed is told from one that was not.
record SourceTimes(Path path, long bytes, Instant modified) {
    /// That of a file which was changed meanwhile: no file has it.
    private static final String NO_HASH = "0".repeat(64);

    static List<SourceTimes> of(List<Path> files) throws IOException {
        List<SourceTimes> times = new ArrayList<>();
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            times.add(new SourceTimes(file.toAbsolutePath().normalize(), attributes.size(), attributes.lastModifiedTime().toInstant()));
        }
        return times;
    }

    /// A catalogue that remembers its files.
    ///
    /// @param before the files when they began to be read
    static CatalogInfo told(CatalogInfo info, List<SourceTimes> before, Progress progress) throws ShoptraceException {
        List<InputFile> files = new ArrayList<>();
        for (SourceTimes times : before) {
            InputFile after = InputFile.of(times.path(), progress);
            boolean same = after.bytes() == times.bytes() && after.modified().equals(times.modified());
            files.add(same ? after : new InputFile(times.path(), times.bytes(), times.modified(), NO_HASH));
        }
        return new CatalogInfo(info.documents(), info.rejected(), info.fingerprint(), info.built(), info.sources(), files);
    }
}
