package org.shoptrace.app.command;

import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.model.task.Task;

/// `--similarity` of `evaluate` and `diagnose`: which model compares titles.
///
/// @param kind `embedded`, `table` or `endpoint`
/// @param rest the table's file, or the endpoint's address
/// @param model the endpoint's model
record SimilarityOption(Kind kind, String rest, String model) {
    /// The ways to compare titles.
    enum Kind {
        EMBEDDED,
        TABLE,
        ENDPOINT
    }

    /// @throws IllegalArgumentException when the text is none of the three forms; the message says which there are
    static SimilarityOption parse(String text) {
        if (text.equals("embedded")) {
            return new SimilarityOption(Kind.EMBEDDED, "", "");
        }
        if (text.startsWith("table:") && text.length() > "table:".length()) {
            return new SimilarityOption(Kind.TABLE, text.substring("table:".length()), "");
        }
        int comma = text.lastIndexOf(',');
        if (text.startsWith("endpoint:") && comma > "endpoint:".length() && comma < text.length() - 1) {
            return new SimilarityOption(Kind.ENDPOINT, text.substring("endpoint:".length(), comma), text.substring(comma + 1));
        }
        throw new IllegalArgumentException("one of embedded, table:FILE, endpoint:URL,MODEL is expected, not " + text);
    }

    /// @param tasks whose vectors are used when the endpoint serves the model that made them
    SimilarityModels.Opened open(SimilarityModels models, List<Task> tasks) throws ShoptraceException {
        return switch (kind) {
            case TABLE -> models.table(Path.of(rest));
            case EMBEDDED -> models.embedded();
            case ENDPOINT -> models.endpoint(rest, model, SuiteEmbeddings.of(tasks));
        };
    }
}
