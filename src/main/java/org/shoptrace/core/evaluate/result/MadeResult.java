package org.shoptrace.core.evaluate.result;

import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;

/// A result, what it was made with and what from.
public record MadeResult(EvaluationResult result, EvaluationSetup setup, EvaluationMaterial material) {}
