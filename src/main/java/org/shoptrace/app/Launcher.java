package org.shoptrace.app;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.shoptrace.app.command.OutputCheck;
import org.shoptrace.app.command.ScreenshotCommand;
import org.shoptrace.app.command.ShoptraceCommand;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.core.settings.UserFolders;
import picocli.CommandLine;

/// The program's entry point. It is no JavaFX `Application`, so that the class path suffices to start it.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        // Answers are UTF-8 whatever the terminal's locale says: they are JSON for other programs.
        System.exit(run(utf8(System.out), utf8(System.err), args));
    }

    /// Runs one command line and returns its exit code: 0 done, 1 failed with one line on `err`, 2 wrong usage.
    static int run(PrintWriter out, PrintWriter err, String... args) {
        UserFolders folders = UserFolders.ofThisUser();
        WindowLauncher window = new WindowLauncher(System.getenv(), System.getProperty("os.name"));
        CommandLine line = new CommandLine(new ShoptraceCommand(window));
        line.addSubcommand(ScreenshotCommand.line(new WindowCamera(folders,
                Wiring.features(RecentWorkspacesStore.onlyRead(folders.config()), Wiring.similarities(folders)))));
        CommandLine.IExecutionStrategy checked = new OutputCheck();
        // A question may begin with a minus, as `-paged` does.
        Objects.requireNonNull(line.getSubcommands().get("search")).setUnmatchedOptionsArePositionalParams(true);
        // A word that begins with @ is a word, not the name of a file of words.
        line.setExpandAtFiles(false);
        line.setExecutionStrategy(parsed -> {
            // Only now: help, which comes of no file, has its own colours.
            CommandLine command = parsed.asCommandLineList().getLast();
            if (parsed.asCommandLineList().stream().noneMatch(each -> each.isUsageHelpRequested() || each.isVersionHelpRequested())) {
                command.setOut(TerminalText.of(out));
                command.setErr(TerminalText.of(err));
            }
            return checked.execute(parsed);
        });
        line.setExecutionExceptionHandler(new FailureReport());
        CommandLine.IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        line.setParameterExceptionHandler((failure, words) -> FailureReport.wrongUsage(failure, usual, words));
        line.setOut(out);
        line.setErr(err);
        int code = line.execute(args);
        // What was printed without a line break is still in the writer.
        out.flush();
        err.flush();
        return code;
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
