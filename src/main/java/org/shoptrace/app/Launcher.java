package org.shoptrace.app;

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
        return line.execute(args);
    }
}
