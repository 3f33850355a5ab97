package org.shoptrace.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.secret.Addresses;
import org.shoptrace.core.secret.Secret;
import picocli.CommandLine;

/// Turns what a command throws into one line on standard error and exit code 1.
/// An unexpected exception is a bug: its line says so, and its stack trace follows.
final class FailureReport implements CommandLine.IExecutionExceptionHandler {
    /// Wrong usage is told as picocli does, without what the words of the command must not tell.
    static int wrongUsage(CommandLine.ParameterException failure, CommandLine.IParameterExceptionHandler usual, String... words)
            throws Exception {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        StringWriter told = new StringWriter();
        line.setErr(new PrintWriter(told, true));
        try {
            return usual.handleParseException(failure, words);
        } finally {
            line.setErr(err);
            err.print(told(told.toString()));
            err.flush();
        }
    }

    /// These lines end in terminals and logs of build servers: passwords in addresses and the key are not in them, wherever they come from.
    private static String told(String text) {
        return Secret.hiddenIn(Addresses.masked(text), System.getenv());
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult result) {
        if (failure instanceof ShoptraceException) {
            line.getErr().println(told("shoptrace: " + failure.getMessage()));
        } else {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            line.getErr().print(told("shoptrace: a bug: " + failure + System.lineSeparator() + trace));
            line.getErr().flush();
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }
}
