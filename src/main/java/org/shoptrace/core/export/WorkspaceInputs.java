package org.shoptrace.core.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.workspace.FileKind;
import org.shoptrace.core.workspace.WorkspaceFolder;

/// What is read of a workspace, in which much is written too: its runs, tasks, documents and annotations are never written over, what was
/// exported into it is.
public final class WorkspaceInputs {
    private WorkspaceInputs() {}

    /// @param out what is to be written, anywhere
    /// @throws ShoptraceException when it would take the place of something that is read of the workspace
    public static void spare(WorkspaceFolder workspace, Path out) throws ShoptraceException {
        InputFiles.of(AnnotationStore.folders(workspace)).spare(out);
        try {
            boolean inside = Files.isRegularFile(out) && out.toRealPath().startsWith(workspace.folder().toRealPath());
            if (inside && FileKind.of(out).isPresent() && !isOurs(out)) {
                InputFiles.of(List.of(out)).spare(out);
            }
        } catch (IOException e) {
            // What cannot be looked at is told when it is written.
        }
    }

    /// Whether Shoptrace exported it.
    private static boolean isOurs(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path beside = file.resolveSibling(Sidecar.name(name));
        return Files.exists(beside) || CarriedProvenance.in(name, Files.readAllBytes(file)).isPresent();
    }
}
