package org.shoptrace.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.provenance.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Parameters;

/// `shoptrace [WORKSPACE]`: opens the window. The other commands are its subcommands.
@Command(
        name = "shoptrace",
        mixinStandardHelpOptions = true,
        versionProvider = ShoptraceCommand.Version.class,
        description = "See why a shopping agent failed: browse the sandbox, replay trajectories, score them as the benchmark does.",
        subcommands = {
                IndexCommand.class,
                FindCommand.class,
                ViewCommand.class,
                ServeCommand.class,
                EvaluateCommand.class,
                DiagnoseCommand.class,
                ReportCommand.class,
                ScanCommand.class,
                SearchCommand.class,
                CalibrateCommand.class,
                ExportCommand.class,
                ConvertCommand.class,
                DoubtsCommand.class,
                AnnotationsCommand.class,
                VerifyCommand.class,
        })
public final class ShoptraceCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "WORKSPACE",
            description = "A folder with catalogues, tasks and rollouts; without it the last one, or the built-in demo.")
    private Optional<Path> workspace = Optional.empty();

    private final Window window;

    /// As exports say it.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Program.running().text()};
        }
    }

    /// The window; the application has it.
    @FunctionalInterface
    public interface Window {
        /// Opens the window and returns when it is closed.
        ///
        /// @param workspace empty: the last one, or the built-in demo
        /// @throws ShoptraceException when there is no such folder, or no display
        void open(Optional<Path> workspace) throws ShoptraceException;
    }

    public ShoptraceCommand(Window window) {
        this.window = window;
    }

    @Override
    public Integer call() throws ShoptraceException {
        window.open(workspace);
        return 0;
    }
}
