package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;

/// Reads the task files of a workspace.
final class TaskFiles {
    private TaskFiles() {}

    /// Those that can be read, in order.
    ///
    /// @param unreadable told of each of the others
    static List<TaskFile> read(List<Path> files, Consumer<ShoptraceException> unreadable, Progress progress) {
        List<TaskFile> read = new ArrayList<>();
        for (Path file : files) {
            progress.checkCancelled();
            try {
                read.add(TaskFileReader.read(file));
            } catch (ShoptraceException e) {
                unreadable.accept(e);
            }
        }
        return read;
    }
}
