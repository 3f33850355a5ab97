package org.shoptrace.app.command;

import java.nio.file.Path;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import picocli.CommandLine.Option;

/// `--tasks FILE` of the commands that are about one file of tasks.
final class TasksOption {
    @Option(names = "--tasks", required = true, paramLabel = "FILE", description = "The tasks: JSON lines or a suite.")
    private Path tasks = Path.of("");

    TaskFile read() throws ShoptraceException {
        return TaskFileReader.read(tasks);
    }
}
