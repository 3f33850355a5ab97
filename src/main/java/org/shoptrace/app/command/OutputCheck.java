package org.shoptrace.app.command;

import java.nio.file.Path;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.export.WorkspaceInputs;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.settings.UserFolders;
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
                WorkspaceInputs.spare(WorkspaceFolder.of(workspace, UserFolders.ofThisUser().data()), out);
            }
        }
    }
}
