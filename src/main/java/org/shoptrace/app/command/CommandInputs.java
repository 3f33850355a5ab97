package org.shoptrace.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.file.InputFiles;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a command line names to be read, and what to be written, by the values of its options: a path is read unless its option is one of
/// those that name what is written.
final class CommandInputs {
    /// Options that name what is written, of every command.
    private static final Set<String> WRITTEN = Set.of("--json", "--out");

    private static final String TABLE = "table:";

    private CommandInputs() {}

    /// The files and folders that are read; of a workspace, in which much is written, none by itself.
    static InputFiles of(CommandSpec spec) {
        return InputFiles.of(spec.args().stream()
                .filter(arg -> !isWritten(arg) && !isWorkspace(arg))
                .flatMap(arg -> paths(arg).stream())
                .toList());
    }

    /// The workspaces that are read.
    static List<Path> workspaces(CommandSpec spec) {
        return spec.args().stream()
                .filter(CommandInputs::isWorkspace)
                .flatMap(arg -> paths(arg).stream())
                .filter(Files::isDirectory)
                .toList();
    }

    /// What is written.
    static List<Path> outputs(CommandSpec spec) {
        return spec.args().stream().filter(CommandInputs::isWritten).flatMap(arg -> paths(arg).stream()).toList();
    }

    private static boolean isWritten(ArgSpec arg) {
        return arg instanceof OptionSpec option && WRITTEN.contains(option.longestName());
    }

    private static boolean isWorkspace(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName().equals("--workspace") : arg.paramLabel().equals("FOLDER");
    }

    private static List<Path> paths(ArgSpec arg) {
        List<Path> paths = new ArrayList<>();
        Object value = arg.getValue();
        add(value, paths);
        return paths;
    }

    private static void add(Object value, List<Path> paths) {
        switch (value) {
            case Path path -> paths.add(path);
            case Optional<?> optional -> optional.ifPresent(some -> add(some, paths));
            case Collection<?> several -> several.forEach(each -> add(each, paths));
            case String text when text.startsWith(TABLE) -> paths.add(Path.of(text.substring(TABLE.length())));
            case null, default -> {
                // names no file
            }
        }
    }
}
