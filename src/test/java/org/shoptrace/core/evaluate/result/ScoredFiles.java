package org.shoptrace.core.evaluate.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.task.Task;

/// Rollout files and tasks as small as scoring takes them.
public final class ScoredFiles {
    private ScoredFiles() {}

    /// Writes lines into a file of a folder.
    public static Path file(Path folder, String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    /// A run of one step, which recommends.
    public static String line(String query, String productIds) {
        return """
                [{"completion": {"message": {"tool_call": [{"name": "recommend_product", "parameters": {"product_ids": "%s"}}]}}, \
                "extra_info": {"query": "%s"}}]"""
                .formatted(productIds, query);
    }

    /// A task of one target.
    public static Task task(String query, String target) throws JsonSyntaxException, ShoptraceException {
        return TaskCodec.decode(JsonReader.read("{\"query\": \"%s\", \"reward\": {\"product_id\": \"%s\"}}".formatted(query, target)));
    }
}
