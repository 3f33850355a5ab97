package org.shoptrace.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.workspace.FileKind;
import org.shoptrace.core.workspace.WorkspaceFolder;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Runs a command, unless what it is to write would take the place of something that it reads: the runs or tasks would be lost. One place
/// for every command, before any work.
public final class OutputCheck implements IExecutionStrategy {
    private final IExecutionStrategy then = new CommandLine.RunLast();

    @Override
    public int execute(ParseResult parsed) {
        CommandLine last = parsed.asCommandLineList().getLast();
        try {
            check(last.getCommandSpec());
        } catch (ShoptraceException e) {
            throw new ExecutionException(last, e.getMessage(), e);
        }
        return then.execute(parsed);
    }

    private static void check(CommandSpec spec) throws ShoptraceException {
        InputFiles inputs = CommandInputs.of(spec);
        for (Path out : CommandInputs.outputs(spec)) {
            inputs.spare(out);
            for (Path workspace : CommandInputs.workspaces(spec)) {
                spare(workspace, out);
            }
        }
    }

    /// Exports go into a workspace, too, and are written again; its runs, tasks, documents and annotations are not.
    private static void spare(Path workspace, Path out) throws ShoptraceException {
        WorkspaceFolder place = WorkspaceFolder.of(workspace, UserFolders.ofThisUser().data());
        InputFiles.of(AnnotationStore.folders(place)).spare(out);
        try {
            boolean inside = Files.isRegularFile(out) && out.toRealPath().startsWith(workspace.toRealPath());
            if (inside && FileKind.of(out).isPresent() && !isOurs(out)) {
                InputFiles.of(List.of(out)).spare(out);
            }
        } catch (IOException e) {
            // What cannot be looked at is told when it is written.
        }
    }

    /// Whether a command wrote it.
    private static boolean isOurs(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path beside = file.resolveSibling(Sidecar.name(name));
        return Files.exists(beside) || CarriedProvenance.in(name, Files.readAllBytes(file)).isPresent();
    }
}
