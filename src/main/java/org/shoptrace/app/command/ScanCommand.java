package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.sandbox.lucene.CatalogDirectory;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.workspace.FolderContents;
import org.shoptrace.core.workspace.FolderContents.FileContents;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.core.workspace.WorkspaceScanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shoptrace scan`: what every file of a folder is read as, or why it is passed over.
@Command(name = "scan", mixinStandardHelpOptions = true, description = "Say of every file of a folder what it is read as, or why not.")
public final class ScanCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "FOLDER", description = "The folder to look through.")
    private Path folder = Path.of("");

    @Option(names = "--json", paramLabel = "OUT", description = "Write the list to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr(), System::nanoTime);
        Workspace workspace = new WorkspaceScanner(CatalogDirectory::isCatalog)
                .scan(WorkspaceFolder.existing(folder.toAbsolutePath().normalize(), UserFolders.ofThisUser().data()), progress);
        FolderContents contents = FolderContents.of(workspace, progress);
        PrintWriter out = spec.commandLine().getOut();
        contents.files().forEach(file -> out.println(line(file)));
        if (output.isPresent()) {
            output.get().write(ProvenanceJson.last(contents.json(), provenance()));
        }
        return 0;
    }

    /// Which folder by its name; the files are listed, and their bytes would be too many to hash.
    private Provenance provenance() {
        Making making = Making.by("scan")
                .and(List.of(new Making.Folder(Making.Role.WORKSPACE, folder.toAbsolutePath().normalize(), List.of())))
                .out("--json", Path.of("scan.json"));
        return ExportOrigin.of(making, Settings.NONE, Optional.empty(), Progress.NONE).provenance();
    }

    private static String line(FileContents file) {
        String counts = file.runs() == 0
                ? ""
                : ": " + file.runs() + " runs, " + file.steps() + " steps, " + file.calls() + " calls, " + file.answers() + " answers";
        String reason = file.reason().map(why -> file.format().isPresent() ? "; " + why : "passed over, " + why).orElse("");
        return PrintedName.of(file.path()) + "\t" + file.format().orElse("") + counts + reason;
    }
}
