package org.shoptrace.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.shoptrace.app.command.ShoptraceCommand;
import picocli.CommandLine;

/// The program's entry point. It is no JavaFX `Application`, so that the class path suffices to start it.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs one command line and returns its exit code: 0 done, 1 failed with one line on standard error, 2 wrong usage.
    static int run(String... args) {
        CommandLine line = new CommandLine(new ShoptraceCommand());
        line.setExecutionExceptionHandler(new FailureReport());
        // Answers are UTF-8 whatever the terminal's locale says: they are JSON for other programs.
        line.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
        return line.execute(args);
    }
}
