package org.shoptrace.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command line answered.
///
/// @param out standard output
/// @param err standard error
record CommandLineRun(int exitCode, String out, String err) {
    static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Launcher.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
