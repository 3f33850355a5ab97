package org.shoptrace.core.task;

import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.task.Task;

/// A task file, read.
///
/// @param tasks      in the order of the file; a query that stands several times is there several times
/// @param rejections the lines that are no tasks
public record TaskFile(Path path, Form form, List<Task> tasks, List<Rejection> rejections) {

    /// How a file holds its tasks.
    public enum Form {
        /// One object a line: the benchmark.
        LINES,
        /// One JSON array: a suite.
        ARRAY
    }

    public TaskFile {
        tasks = List.copyOf(tasks);
        rejections = List.copyOf(rejections);
    }

    /// The title vectors that the tasks carry, decoded when they are asked for.
    public SuiteEmbeddings embeddings() {
        return SuiteEmbeddings.of(tasks);
    }

    /// As [#embeddings()], where there are enough of them to make a pair.
    ///
    /// @throws ShoptraceException where there are not
    public SuiteEmbeddings embeddingsOfPairs() throws ShoptraceException {
        return embeddings().ofPairs(path.toString(), "Name a suite whose tasks have reward_title_embeddings");
    }
}
