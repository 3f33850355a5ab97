package org.shoptrace.app;

import org.shoptrace.core.ShoptraceException;
import picocli.CommandLine;

/// Turns what a command throws into one line on standard error and exit code 1.
/// An unexpected exception is a bug: its line says so, and its stack trace follows.
final class FailureReport implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult result) {
        if (failure instanceof ShoptraceException) {
            line.getErr().println("shoptrace: " + failure.getMessage());
        } else {
            line.getErr().println("shoptrace: a bug: " + failure);
            failure.printStackTrace(line.getErr());
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }
}
