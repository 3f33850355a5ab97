package org.shoptrace.core.score;

/// A threshold of a stand-in model, chosen to decide as Qwen3-Embedding-0.6B does at a published threshold.
///
/// @param published the threshold of Qwen3-Embedding-0.6B
/// @param threshold the stand-in's threshold that agrees with it on most pairs
/// @param agreement the share of pairs on which both decide alike, 0..1
/// @param alwaysNo  the share of pairs on which answering "no" always would decide alike, 0..1
/// @param pairs     how many pairs of titles were compared
public record SimilarityCalibration(double published, double threshold, double agreement, double alwaysNo, int pairs) {}
