package org.shoptrace.core.provenance;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.Provenance.Catalogue;
import org.shoptrace.core.provenance.Provenance.Settings;

/// Where something comes from while it is made: what it hands on, and what the files of this machine are called in it.
public record ExportOrigin(Provenance provenance, FileNames names) {

    /// Reads every input once; call it from a job.
    public static ExportOrigin of(Making making, Settings settings, Optional<Catalogue> catalogue, Progress progress) {
        return of(making, settings, catalogue, List.of(), progress);
    }

    /// The same with inputs as they were when something was made of them; only the others are read.
    public static ExportOrigin of(
            Making making, Settings settings, Optional<Catalogue> catalogue, Collection<InputFile> known, Progress progress) {
        return new ExportOrigin(ProvenanceOf.making(making, settings, catalogue, known, progress), making.names());
    }
}
