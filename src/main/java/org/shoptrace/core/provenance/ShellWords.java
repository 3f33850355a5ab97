package org.shoptrace.core.provenance;

import java.util.List;
import java.util.stream.Collectors;

/// A command line that can be pasted into a POSIX shell.
public final class ShellWords {
    private ShellWords() {}

    /// The arguments in a line, each taken by a shell for one word.
    public static String joined(List<String> arguments) {
        return arguments.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:=,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
