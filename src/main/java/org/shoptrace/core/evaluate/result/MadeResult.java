package org.shoptrace.core.evaluate.result;

import java.util.List;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.file.InputFile;

/// A result, what it was made with and what from.
///
/// @param inputs the files as they were then; none where nobody looked
public record MadeResult(EvaluationResult result, EvaluationSetup setup, EvaluationMaterial material, List<InputFile> inputs) {
    public MadeResult {
        inputs = List.copyOf(inputs);
    }

    /// One that was made just now.
    public MadeResult(EvaluationResult result, EvaluationSetup setup, EvaluationMaterial material) {
        this(result, setup, material, List.of());
    }
}
